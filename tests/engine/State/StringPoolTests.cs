using System.Text;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Tests.State;

public sealed class StringPoolTests
{
    private readonly StringPool pool = new();

    [Theory]
    [InlineData("")]
    [InlineData("azureApiVersion")]
    [InlineData("größe, 名, 😀")]
    public void EqualTexts_AreOneString(string text)
    {
        Assert.Equal(text, Get(text));
        Assert.Same(Get(text), Get(text));
    }

    [Fact]
    public void OtherTexts_AreOtherStrings() => Assert.NotEqual(Get("a"), Get("b"));

    [Fact]
    public void TextsWithEscapes_AreLeftToTheParser() => Assert.Null(Get("""a\u0062"""));

    [Fact]
    public void VeryLongTexts_AreNotKept() => Assert.Null(Get(new string('x', 10_000)));

    [Fact]
    public void WhatIsNoUtf8_IsLeftToTheParser() => Assert.False(pool.TryGet([0xff], out _));

    private string? Get(string text) => pool.TryGet(Encoding.UTF8.GetBytes(text), out var found) ? found : null;
}
