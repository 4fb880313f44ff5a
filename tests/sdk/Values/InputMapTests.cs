using System.Collections;
using System.Collections.Immutable;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Values;

public sealed class InputMapTests
{
    public static TheoryData<string, InputMap<int>> Forms => new()
    {
        { "dictionary", new Dictionary<string, int> { ["k"] = 1 } },
        { "immutable dictionary", ImmutableDictionary<string, int>.Empty.Add("k", 1) },
        { "output of a dictionary", Output.Create(new Dictionary<string, int> { ["k"] = 1 }) },
        { "output of an interface", Output.Create<IDictionary<string, int>>(new Dictionary<string, int> { ["k"] = 1 }) },
        { "output of an immutable dictionary", Output.Create(ImmutableDictionary<string, int>.Empty.Add("k", 1)) },
        { "initializer", new InputMap<int> { { "k", 1 } } },
        { "indexer", new InputMap<int> { ["k"] = 1 } },
    };

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public async Task InputMap_FromAnyForm_HoldsTheEntries(string form, InputMap<int> map)
    {
        var entries = await map.ToOutput().ValueAsync();

        Assert.True(entries.Count == 1 && entries["k"] == 1, form);
    }

    [Fact]
    public async Task Add_KeyTwice_FailsWhenTheMapIsUsed()
    {
        var map = new InputMap<int> { { "k", 1 } };
        map.Add("k", 2);

        await Assert.ThrowsAsync<ArgumentException>(() => map.ToOutput().ValueAsync());
    }

    [Fact]
    public async Task Add_SameInputTwice_IsAllowed()
    {
        Input<int> one = 1;
        var map = new InputMap<int> { { "k", one }, { "k", one } };

        Assert.Single(await map.ToOutput().ValueAsync());
    }

    [Fact]
    public async Task AddRange_Map_AddsItsEntries()
    {
        var map = new InputMap<int> { { "a", 1 } };
        map.AddRange(new InputMap<int> { { "b", 2 } });

        Assert.Equal(["a", "b"], (await map.ToOutput().ValueAsync()).Keys.Order());
    }

    [Fact]
    public async Task Merge_SameKey_TakesTheSecond()
    {
        var merged = InputMap<int>.Merge(new() { { "a", 1 }, { "b", 1 } }, new() { { "b", 2 } });

        var values = await merged.ToOutput().ValueAsync();
        Assert.Equal((1, 2), (values["a"], values["b"]));
    }

    [Fact]
    public async Task AsyncEnumeration_KnownMap_YieldsItsEntries()
    {
        var keys = new List<string>();
        await foreach (var entry in new InputMap<int> { { "a", 1 } })
            keys.Add((await entry.ToOutput().ValueAsync()).Key);

        Assert.Equal(["a"], keys);
    }

    [Fact]
    public void Enumeration_Synchronous_IsNotSupported() =>
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputMap<int>()).GetEnumerator());
}
