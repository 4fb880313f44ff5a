using System.Text.Json;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Tests.State;

public sealed class StateElementTests
{
    private static readonly StateElement Root = new(
        JsonElement.Parse("""{"a":{"b":[1,[{"c":"x","c":"y"}],{}]},"list":["p","q"],"none":null,"twice":1,"twice":2,"esc\u0061ped":true}"""), "dev.json");

    [Fact]
    public void AValue_KnowsTheWayToIt()
    {
        var list = Root.Find("a")!.Value.Items("b").ToList();

        Assert.Equal("dev.json", Root.Where);
        Assert.Equal("dev.json, a, b[0]", list[0].Where);
        Assert.Equal("dev.json, a, b[1][0], c", list[1].AsItems().Single().Find("c")!.Value.Where);
        Assert.Equal("dev.json, a, b[2]", list[2].Where);
        Assert.Equal("dev.json, escaped", Root.Find("escaped")!.Value.Where);
    }

    [Fact]
    public void TheContentOfAText_IsWhereTheTextIs()
    {
        var content = Root.Find("list")!.Value.AsItems().First().Content(JsonElement.Parse("""{"x":[0]}"""));

        Assert.Equal("dev.json, list[0]", content.Where);
        Assert.Equal("dev.json, list[0], x[0]", content.Items("x").Single().Where);
    }

    [Fact]
    public void OfEqualNames_TheLastCounts()
    {
        Assert.Equal(2, Root.Integer("twice"));
        Assert.Equal(2, Members("twice").Integer("twice"));
    }

    [Fact]
    public void KnownMembers_AreThoseOfTheLastObject()
    {
        var members = Members("list", "none", "missing");

        Assert.Equal(["p", "q"], members.Texts("list").ToArray());
        Assert.Null(members.Find("none"));
        Assert.Null(members.Find("missing"));
        Assert.Equal(["a", "twice", "twice", "escaped"], members.Others.Select(member => member.Name));

        members.Read(Root.Find("a")!.Value);

        Assert.Empty(members.Texts("list"));
        Assert.Equal(["b"], members.Others.Select(member => member.Name));
    }

    [Fact]
    public void WithStrings_EqualNamesAndTextsAreOneString()
    {
        var shared = new StateElement(JsonElement.Parse("""[{"name":"value"},{"name":"value"},{"n\u0061me":"v\u0061lue"}]"""), "dev.json").WithStrings();
        var members = shared.AsItems().Select(item => item.AsMembers().Single()).ToList();

        Assert.Same(members[0].Name, members[1].Name);
        Assert.Same(members[0].Value.AsText(), members[1].Value.AsText());
        Assert.Equal(("name", "value"), (members[2].Name, members[2].Value.AsText()));
        Assert.Equal("dev.json[1], name", members[1].Value.Where);
    }

    [Fact]
    public void AText_MustBeAString()
    {
        var failure = Assert.Throws<Provisioning.Engine.State.StateException>(() => Root.WithStrings().Find("list")!.Value.AsText());

        Assert.Contains("dev.json, list must be a string, not array", failure.Message, StringComparison.Ordinal);
    }

    private static KnownMembers Members(params string[] names)
    {
        var members = new KnownMembers(KnownMembers.Number(names));
        members.Read(Root);
        return members;
    }
}
