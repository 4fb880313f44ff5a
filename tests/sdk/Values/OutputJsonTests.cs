using System.Text.Json;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Values;

public sealed class OutputJsonTests
{
    [Fact]
    public async Task JsonSerialize_PlainObject_IsItsJson() =>
        Assert.Equal("""{"a":1}""", await Output.JsonSerialize(Output.Create(new { a = 1 })).ValueAsync());

    [Fact]
    public async Task JsonSerialize_Options_AreUsed() =>
        Assert.Equal(
            """{"someName":1}""",
            await Output.JsonSerialize(Output.Create(new { SomeName = 1 }), new JsonSerializerOptions(JsonSerializerDefaults.Web)).ValueAsync());

    [Fact]
    public async Task JsonSerialize_NestedOutputs_AreResolvedAtAnyDepth()
    {
        var gate = new TaskCompletionSource<string>();
        var inner = Output.Create(gate.Task);
        var outer = Output.Create(Task.Run(async () =>
        {
            await gate.Task;
            return new { inner };
        }));
        var json = Output.JsonSerialize(Output.Create(new { outer, list = new InputList<string> { "x", inner }, map = new InputMap<int> { ["k"] = 1 } }));

        gate.SetResult("late");

        Assert.Equal("""{"outer":{"inner":"late"},"list":["x","late"],"map":{"k":1}}""", await json.ValueAsync());
    }

    [Fact]
    public async Task JsonSerialize_NestedSecret_MakesTheTextSecret() =>
        Assert.True(await Output.JsonSerialize(Output.Create(new { a = Output.CreateSecret(1) })).IsSecretAsync());

    [Fact]
    public async Task JsonSerialize_NestedUnknown_MakesTheTextUnknown() =>
        Assert.False(await Output.JsonSerialize(Output.Create(new { a = OutputAssertions.Unknown<int>() })).IsKnownAsync());

    [Fact]
    public async Task JsonSerialize_NestedResourceOutput_DependsOnTheResource()
    {
        var names = await new Host().SucceedAsync(() =>
            Output.JsonSerialize(Output.Create(new { new Thing("thing").Urn })).DependenciesAsync());

        Assert.Equal(["thing"], names);
    }

    [Fact]
    public async Task JsonDeserialize_Text_IsReadAndKeepsSecretness()
    {
        var output = Output.JsonDeserialize<Dictionary<string, int>>(Output.CreateSecret("""{"a":1}"""));

        Assert.Equal(1, (await output.ValueAsync())["a"]);
        Assert.True(await output.IsSecretAsync());
    }

    [Fact]
    public async Task JsonDeserialize_UnknownText_IsUnknown() =>
        Assert.False(await Output.JsonDeserialize<int>(OutputAssertions.Unknown<string>()).IsKnownAsync());

    [Fact]
    public async Task JsonDeserialize_MalformedText_Fails() =>
        await Assert.ThrowsAsync<JsonException>(() => Output.JsonDeserialize<int>(Output.Create("{")).ValueAsync());
}
