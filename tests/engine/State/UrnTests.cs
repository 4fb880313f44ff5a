using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.State;

public sealed class UrnTests
{
    private const string Text = "urn:pulumi:dev::infra::a:b:Parent$a:b:Child::name";

    [Fact]
    public void AUrn_HasItsParts()
    {
        var urn = Urn.Parse(Text);

        Assert.Equal(("dev", "infra", "a:b:Parent$a:b:Child", "a:b:Child", "name"), (urn.Stack, urn.Project, urn.QualifiedType, urn.Type, urn.Name));
    }

    [Fact]
    public void AUrn_IsTheTextItWasReadFrom() => Assert.Same(Text, Urn.Parse(Text).ToString());

    [Theory]
    [InlineData("one::two")]
    [InlineData(":colon")]
    [InlineData("::")]
    [InlineData("a$b")]
    public void AName_MayHoldSeparators(string name)
    {
        var urn = Urn.Create("dev", "infra", null, "a:b:C", name);

        Assert.Equal(("a:b:C", name), (urn.Type, urn.Name));
        Assert.Equal(urn, Urn.Parse(urn.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("urn:pulumi:")]
    [InlineData("urn:other:dev::infra::a:b:C::name")]
    [InlineData("urn:pulumi:dev::infra::a:b:C")]
    [InlineData("urn:pulumi:dev::infra::a:b:C::")]
    [InlineData("urn:pulumi:::infra::a:b:C::name")]
    [InlineData("urn:pulumi:dev::::a:b:C::name")]
    [InlineData("urn:pulumi:dev::infra::::name")]
    public void WhatLacksAPart_IsNoUrn(string? text) => Assert.False(Urn.TryParse(text, out _));

    [Fact]
    public void AChild_HasTheTypesOfItsAncestorsBelowTheStack()
    {
        var stack = Urn.Parse("urn:pulumi:dev::infra::pulumi:pulumi:Stack::infra-dev");
        var parent = Urn.Create("dev", "infra", stack, "a:b:Parent", "parent");

        Assert.Equal("a:b:Parent", parent.QualifiedType);
        Assert.Equal(Urn.Parse(Text), Urn.Create("dev", "infra", parent, "a:b:Child", "name"));
    }

    [Fact]
    public void UrnsOfEqualText_AreEqual()
    {
        var other = Urn.Create("dev", "infra", Urn.Parse("urn:pulumi:dev::infra::a:b:Parent::any"), "a:b:Child", "name");

        Assert.Equal(Urn.Parse(Text), other);
        Assert.Equal(Urn.Parse(Text).GetHashCode(), other.GetHashCode());
        Assert.NotEqual(Urn.Parse(Text), Urn.Parse(Text.ToUpperInvariant().Replace("URN:PULUMI:", "urn:pulumi:", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheTypeOfAUrn_IsThatOfTheResourceItself()
    {
        Assert.True(Urn.Parse(Text).HasType("a:b:Child"));
        Assert.False(Urn.Parse(Text).HasType("a:b:Parent$a:b:Child"));
        Assert.True(Urn.Parse("urn:pulumi:dev::infra::a:b:C$pulumi:providers:azure::p").IsProvider);
        Assert.False(Urn.Parse("urn:pulumi:dev::infra::pulumi:providers:azure$a:b:C::p").IsProvider);
    }

    [Fact]
    public void InAnotherStack_OnlyTheStackItselfHasAnotherName()
    {
        Assert.Equal("urn:pulumi:prod::infra::a:b:Parent$a:b:Child::name", Urn.Parse(Text).InStack("prod").ToString());
        Assert.Equal(
            "urn:pulumi:prod::infra::pulumi:pulumi:Stack::infra-prod",
            Urn.Parse("urn:pulumi:dev::infra::pulumi:pulumi:Stack::infra-dev").InStack("prod").ToString());
    }
}
