using System.Text.Json;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Values;

public sealed class InputTests
{
    [Fact]
    public async Task Input_FromAValue_GivesIt()
    {
        Input<string> input = "a";

        Assert.Equal("a", await input.ToOutput().ValueAsync());
    }

    [Fact]
    public async Task Input_FromAnOutput_IsThatOutput()
    {
        Input<string> input = Output.CreateSecret("a");
        Output<string> output = input;

        Assert.True(await output.IsSecretAsync());
    }

    [Fact]
    public async Task ToOutput_OfNull_IsTheKnownDefault()
    {
        Input<int>? input = null;

        Assert.Equal(0, await input.ToOutput().ValueAsync());
        Assert.True(await input.ToOutput().IsKnownAsync());
    }

    [Fact]
    public async Task Apply_OnAnInput_HasTheOverloadsOfOutputs()
    {
        Input<string> input = "abc";

        Assert.Equal(3, await input.Apply(text => text.Length).ValueAsync());
        Assert.Equal(3, await input.Apply(text => Task.FromResult(text.Length)).ValueAsync());
        Assert.Equal(3, await input.Apply(text => Output.Create(text.Length)).ValueAsync());
        Assert.Equal(3, await input.Apply(text => (Input<int>)text.Length).ValueAsync());
    }

    [Fact]
    public async Task InputUnion_FromEachForm_HoldsTheRightCase()
    {
        InputUnion<string, int> first = "a";
        InputUnion<string, int> second = 1;
        InputUnion<string, int> fromInput = (Input<int>)2;
        InputUnion<string, int> fromOutput = Output.Create("b");
        InputUnion<string, int> fromUnion = Union<string, int>.FromT1(3);

        Assert.Equal("a", (await first.ToOutput().ValueAsync()).AsT0);
        Assert.Equal(1, (await second.ToOutput().ValueAsync()).AsT1);
        Assert.Equal(2, (await fromInput.ToOutput().ValueAsync()).AsT1);
        Assert.Equal("b", (await fromOutput.ToOutput().ValueAsync()).AsT0);
        Assert.Equal(3, (await fromUnion.ToOutput().ValueAsync()).AsT1);
    }

    [Fact]
    public async Task InputJson_FromTextOrDocuments_IsAnElement()
    {
        using var document = JsonDocument.Parse("""{"a":2}""");
        InputJson fromText = """{"a":1}""";
        InputJson fromDocument = document;
        InputJson fromOutput = Output.Create("[3]");

        Assert.Equal(1, (await fromText.ToOutput().ValueAsync()).GetProperty("a").GetInt32());
        Assert.Equal(2, (await fromDocument.ToOutput().ValueAsync()).GetProperty("a").GetInt32());
        Assert.Equal(3, (await fromOutput.ToOutput().ValueAsync())[0].GetInt32());
    }

    [Fact]
    public async Task Union_SingleCasesInListsAndMaps_CanBeAdded()
    {
        Input<string> text = "a";
        Input<int> number = 1;
        var list = new InputList<Union<string, int>> { text, number };
        var map = new InputMap<Union<string, int>> { { "t", text }, { "n", number } };

        Assert.Equal(["a", 1], (await list.ToOutput().ValueAsync()).Select(item => item.Value));
        Assert.Equal(1, (await map.ToOutput().ValueAsync())["n"].AsT1);
    }
}
