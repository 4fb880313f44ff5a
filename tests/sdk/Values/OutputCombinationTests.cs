using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Values;

public sealed class OutputCombinationTests
{
    [Fact]
    public async Task All_Outputs_KeepTheirOrder() =>
        Assert.Equal([1, 2, 3], await Output.All(Output.Create(1), Output.Create(2), Output.Create(3)).ElementsAsync());

    [Fact]
    public async Task All_Inputs_AreAwaited() =>
        Assert.Equal(["a", "b"], await Output.All<string>("a", Output.Create("b")).ElementsAsync());

    [Fact]
    public async Task All_Nothing_IsAnEmptyArray() =>
        Assert.Empty(await Output.All(Enumerable.Empty<Output<int>>()).ValueAsync());

    [Fact]
    public async Task All_OneUnknown_IsUnknownWithDefaultsInItsPlace()
    {
        var all = Output.All(Output.Create("a"), OutputAssertions.Unknown<string>());

        Assert.False(await all.IsKnownAsync());
        Assert.Equal(["a", null!], await all.ElementsAsync());
    }

    [Fact]
    public async Task All_OneSecret_IsSecret() =>
        Assert.True(await Output.All(Output.Create("a"), Output.CreateSecret("b")).IsSecretAsync());

    [Fact]
    public async Task Tuple_OfTwo_CanBeDeconstructed()
    {
        var sum = Output.Tuple(Output.Create(1), Output.Create("2")).Apply(both =>
        {
            var (number, text) = both;
            return number + int.Parse(text, CultureInfo.InvariantCulture);
        });

        Assert.Equal(3, await sum.ValueAsync());
    }

    [Fact]
    public async Task Tuple_OfEight_IsFlat()
    {
        (int, int, int, int, int, int, int, string) all = await Output.Tuple(
            Output.Create(1), Output.Create(2), Output.Create(3), Output.Create(4),
            Output.Create(5), Output.Create(6), Output.Create(7), Output.Create("8")).ValueAsync();

        Assert.Equal((1, 2, 3, 4, 5, 6, 7, "8"), all);
    }

    [Fact]
    public async Task Tuple_OfInputs_TakesPlainValues() =>
        Assert.Equal(("a", 1), await Output.Tuple<string, int>("a", 1).ValueAsync());

    [Fact]
    public async Task Tuple_OneSecretAndOneUnknown_IsBoth()
    {
        var tuple = Output.Tuple(Output.CreateSecret(1), OutputAssertions.Unknown<int>(), Output.Create(3));

        Assert.True(await tuple.IsSecretAsync());
        Assert.False(await tuple.IsKnownAsync());
    }

    [Fact]
    public async Task Tuple_AsGeneratedSecretInputs_MarksTheInputSecret()
    {
        Input<string>? value = "password";
        Input<string>? marked = Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);

        Assert.Equal("password", await marked.ToOutput().ValueAsync());
        Assert.True(await marked.ToOutput().IsSecretAsync());
    }

    [Fact]
    public async Task Format_OutputsAndInputs_AreResolved()
    {
        Input<string> input = "in";

        Assert.Equal("in-out-1.5", await Output.Format($"{input}-{Output.Create("out")}-{1.5}").ValueAsync());
    }

    [Fact]
    public async Task Format_FormatSpecifier_IsAppliedToTheResolvedValue() =>
        Assert.Equal("00042", await Output.Format($"{Output.Create(42):D5}").ValueAsync());

    [Fact]
    public async Task Format_NullArgument_IsEmpty() =>
        Assert.Equal("[]", await Output.Format($"[{(Input<string>?)null}]").ValueAsync());

    [Fact]
    public async Task Format_SecretArgument_IsSecret() =>
        Assert.True(await Output.Format($"{Output.CreateSecret("s")}").IsSecretAsync());

    [Fact]
    public async Task Format_UnknownArgument_IsUnknown() =>
        Assert.False(await Output.Format($"{OutputAssertions.Unknown<string>()}").IsKnownAsync());

    [Fact]
    public async Task GetAtFirstAndLength_OfAnArray_ReadIt()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal("b", await array.GetAt(1).ValueAsync());
        Assert.Equal("a", await array.First().ValueAsync());
        Assert.Equal(2, await array.Length().ValueAsync());
    }

    [Fact]
    public async Task UnionExtensions_OfTheSecondCase_ReadIt()
    {
        var union = Output.Create(Union<string, int>.FromT1(3));

        Assert.False(await union.IsT0().ValueAsync());
        Assert.True(await union.IsT1().ValueAsync());
        Assert.Equal(3, await union.AsT1().ValueAsync());
        Assert.Equal(3, await union.Value().ValueAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => union.AsT0().ValueAsync());
    }
}
