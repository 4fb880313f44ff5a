using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Tests.Projects;

public sealed class ConfigPathTests
{
    [Theory]
    [InlineData("a", "shop:a", "")]
    [InlineData("aws:a", "aws:a", "")]
    [InlineData("aws:config:a", "aws:a", "")]
    [InlineData("a.b.c", "shop:a", "b/c")]
    [InlineData("a[0].b", "shop:a", "#0/b")]
    [InlineData("a[\"b.c\"][2]", "shop:a", "b.c/#2")]
    [InlineData("[\"a\"].x", "shop:a", "x")]
    [InlineData("a[\"q\\\"uote\"]", "shop:a", "q\"uote")]
    [InlineData("a[\"b:c\"]", "shop:a", "b:c")]
    public void APath_LeadsToAKeyAndBelow(string text, string key, string steps)
    {
        var path = ConfigPath.Parse(text, "shop");

        Assert.Equal(key, path.Key.ToString());
        Assert.Equal(steps, string.Join('/', path.Steps.Select(step => step switch
        {
            ConfigPath.Step.Member(var name) => name,
            ConfigPath.Step.Index(var position) => $"#{position}",
            _ => throw new InvalidOperationException(),
        })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.")]
    [InlineData("a[")]
    [InlineData("a[x]")]
    [InlineData("a[\"b]")]
    [InlineData("[0]")]
    [InlineData("a..b")]
    public void WhatIsNoPath_IsRefused(string text) =>
        Assert.Throws<ProjectException>(() => ConfigPath.Parse(text, "shop"));

    [Theory]
    [InlineData("true", ConfigScalarKind.Boolean)]
    [InlineData("42", ConfigScalarKind.Integer)]
    [InlineData("-1", ConfigScalarKind.Integer)]
    [InlineData("007", ConfigScalarKind.String)]
    [InlineData("1.5", ConfigScalarKind.String)]
    [InlineData("True", ConfigScalarKind.String)]
    public void AnArgument_IsTypedAsPulumiDoes(string text, ConfigScalarKind kind) =>
        Assert.Equal(new ConfigValue.Plain(text, kind), ConfigValue.FromArgument(text));
}
