namespace Pulumi.Tests.Values;

public sealed class UnionTests
{
    private static readonly Union<string, int> Text = "a";
    private static readonly Union<string, int> Number = 1;

    [Fact]
    public void AsT_OfTheOtherCase_Throws()
    {
        Assert.Equal("a", Text.AsT0);
        Assert.Throws<InvalidOperationException>(() => Text.AsT1);
        Assert.Throws<InvalidOperationException>(() => Number.AsT0);
    }

    [Fact]
    public void Match_EachCase_RunsItsFunction()
    {
        Assert.Equal("text", Text.Match(_ => "text", _ => "number"));
        Assert.Equal("number", Number.Match(_ => "text", _ => "number"));
    }

    [Fact]
    public void Switch_EachCase_RunsItsAction()
    {
        var seen = "";
        Number.Switch(_ => seen = "text", number => seen = $"number {number}");

        Assert.Equal("number 1", seen);
    }

    [Fact]
    public void Maps_EachCase_ChangeOnlyTheirs()
    {
        Assert.Equal(1, Text.MapT0(text => text.Length).AsT0);
        Assert.Equal(1, Number.MapT0(text => text.Length).AsT1);
        Assert.Equal(2.5, Number.MapT1(number => number + 1.5).AsT1);
        Assert.True(Text.Bimap(text => text.Length, number => number > 0).IsT0);
    }

    [Fact]
    public void TryPick_EachCase_GivesValueAndRemainder()
    {
        Assert.True(Text.TryPickT0(out var text, out _));
        Assert.Equal("a", text);
        Assert.False(Text.TryPickT1(out _, out var remainder));
        Assert.Equal("a", remainder);
    }

    [Fact]
    public void Equality_ComparesCaseAndValue()
    {
        Assert.True(Text == Union<string, int>.FromT0("a"));
        Assert.True(Text != Number);
        Assert.NotEqual(Union<int, int>.FromT0(1), Union<int, int>.FromT1(1));
        Assert.Equal("1", Number.ToString());
    }
}
