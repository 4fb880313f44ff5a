using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Values;

public sealed class UrnTests
{
    [Fact]
    public async Task Create_WithoutParent_UsesTheDeployment() =>
        Assert.Equal(
            "urn:pulumi:dev::proj::pkg:index:Thing::thing",
            await new Host().SucceedAsync(() => Urn.Create("thing", "pkg:index:Thing").ValueAsync()));

    [Fact]
    public async Task Create_WithParent_NestsItsType() =>
        Assert.Equal(
            "urn:pulumi:dev::proj::my:index:Group$pkg:index:Thing::thing",
            await new Host().SucceedAsync(() => Urn.Create("thing", "pkg:index:Thing", parent: new Group("group", withChild: false)).ValueAsync()));

    [Fact]
    public async Task Create_WithTheStackAsParent_NestsNothing() =>
        Assert.Equal(
            "urn:pulumi:s::p::pkg:index:Thing::thing",
            await Urn.Create("thing", "pkg:index:Thing", parentUrn: "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s", project: "p", stack: "s").ValueAsync());

    [Fact]
    public async Task Create_ParentAndItsUrn_AreAmbiguous() =>
        await new Host().SucceedAsync(() =>
            Assert.Throws<ArgumentException>(() => Urn.Create("thing", "t", parent: new Thing("parent"), parentUrn: "urn")));

    [Fact]
    public void Equality_ComparesText()
    {
        Assert.True(new Urn("a") == new Urn("a"));
        Assert.True(new Urn("a") != new Urn("b"));
        Assert.Equal("a", (string)new Urn("a"));
    }

    [Fact]
    public void Name_WithColons_IsKeptWhole()
    {
        var urn = new Urn("urn:pulumi:s::p::a:b:C$d:e:F::name::with::colons");

        Assert.Equal("name::with::colons", urn.Name);
        Assert.Equal("d:e:F", urn.Type);
    }
}
