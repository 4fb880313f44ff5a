using System.Collections;
using System.Collections.Immutable;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Values;

public sealed class InputListTests
{
    public static TheoryData<string, InputList<string>> Forms => new()
    {
        { "value", "a" },
        { "output", Output.Create("a") },
        { "input", (Input<string>)"a" },
        { "array", new[] { "a" } },
        { "array of outputs", new[] { Output.Create("a") } },
        { "array of inputs", new Input<string>[] { "a" } },
        { "list", new List<string> { "a" } },
        { "list of outputs", new List<Output<string>> { Output.Create("a") } },
        { "list of inputs", new List<Input<string>> { "a" } },
        { "immutable array", ImmutableArray.Create("a") },
        { "immutable array of outputs", ImmutableArray.Create(Output.Create("a")) },
        { "immutable array of inputs", ImmutableArray.Create<Input<string>>("a") },
        { "output of an array", Output.Create(new[] { "a" }) },
        { "output of a list", Output.Create(new List<string> { "a" }) },
        { "output of an enumerable", Output.Create<IEnumerable<string>>(["a"]) },
        { "output of an immutable array", Output.Create(ImmutableArray.Create("a")) },
        { "initializer", new InputList<string> { "a" } },
    };

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public async Task InputList_FromAnyForm_HoldsTheElements(string form, InputList<string> list)
    {
        var elements = await list.ToOutput().ValueAsync();

        Assert.True(elements.SequenceEqual(["a"]), form);
    }

    [Fact]
    public async Task Initializer_MixedElements_KeepTheirOrder() =>
        Assert.Equal(["a", "b", "c"], await new InputList<string> { "a", Output.Create("b"), { "c" } }.ToOutput().ElementsAsync());

    [Fact]
    public async Task ObjectInitializer_OfALazyProperty_AddsToIt()
    {
        var args = new ThingArgs { Zones = { "1", "2" } };

        Assert.Equal(["1", "2"], await args.Zones.ToOutput().ElementsAsync());
    }

    [Fact]
    public async Task Add_AfterTheListWasRead_IsSeenByTheNextReader()
    {
        var list = new InputList<string> { "a" };
        await list.ToOutput().ValueAsync();

        list.Add("b");

        Assert.Equal(["a", "b"], await list.ToOutput().ElementsAsync());
    }

    [Fact]
    public async Task Concat_TwoLists_LeavesBothAsTheyAre()
    {
        InputList<string> first = "a";
        InputList<string> second = "b";

        Assert.Equal(["a", "b"], await first.Concat(second).ToOutput().ElementsAsync());
        Assert.Equal(["a"], await first.ToOutput().ElementsAsync());
        Assert.Equal(["b"], await second.ToOutput().ElementsAsync());
    }

    [Fact]
    public async Task AddRange_List_AppendsWhatItHoldsThen()
    {
        InputList<string> list = "a";
        InputList<string> more = "b";
        list.AddRange(more);
        more.Add("c");

        Assert.Equal(["a", "b"], await list.ToOutput().ElementsAsync());
    }

    [Fact]
    public async Task ToOutput_OneUnknownElement_IsUnknownAsAWhole() =>
        Assert.False(await new InputList<string> { "a", OutputAssertions.Unknown<string>() }.ToOutput().IsKnownAsync());

    [Fact]
    public async Task DefaultImmutableArray_InAnOutput_IsAnEmptyList()
    {
        InputList<string> list = Output.Create(default(ImmutableArray<string>));

        Assert.Empty(await list.ToOutput().ValueAsync());
    }

    [Fact]
    public async Task AsyncEnumeration_KnownList_YieldsItsElements()
    {
        var elements = new List<string>();
        await foreach (var element in new InputList<string> { "a", "b" })
            elements.Add(await element.ToOutput().ValueAsync());

        Assert.Equal(["a", "b"], elements);
    }

    [Fact]
    public void Enumeration_Synchronous_IsNotSupported() =>
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputList<string>()).GetEnumerator());
}
