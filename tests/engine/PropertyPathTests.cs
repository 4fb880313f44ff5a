using Provisioning.Engine.Planning;

namespace Provisioning.Engine.Tests;

/// <summary>Property paths as programs and providers write them.</summary>
public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("root", "root")]
    [InlineData("root.nested", "root.nested")]
    [InlineData("root[\"nested\"]", "root.nested")]
    [InlineData("root.double.nest", "root.double.nest")]
    [InlineData("list[0]", "list[0]")]
    [InlineData("list[0].x[100]", "list[0].x[100]")]
    [InlineData("list[*].x", "list[*].x")]
    [InlineData("*", "[*]")]
    [InlineData("root.*", "root[*]")]
    [InlineData("root[\"key with.dots\"]", "root[\"key with.dots\"]")]
    [InlineData("[\"odd root\"].x", "odd root.x")]
    [InlineData("[\"a\\\"b\"]", "[\"a\\\"b\"]")]
    [InlineData("[\"*\"]", "[\"*\"]")]
    [InlineData("", "")]
    public void A_path_is_read_and_written(string text, string written) => Assert.Equal(written, PropertyPath.Parse(text).ToString());

    [Theory]
    [InlineData(".root")]
    [InlineData("root.")]
    [InlineData("root..nested")]
    [InlineData("list[")]
    [InlineData("list[x]")]
    [InlineData("list[-1]")]
    [InlineData("root[\"nested]")]
    [InlineData("root[\"nested\"")]
    [InlineData("list[0]x")]
    public void What_is_no_path_is_refused(string text) =>
        Assert.Contains($"'{text}' is not a property path", Assert.Throws<FormatException>(() => PropertyPath.Parse(text)).Message);

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "a.b", true)]
    [InlineData("a.b", "a", false)]
    [InlineData("a", "ab", false)]
    [InlineData("*", "a.b", true)]
    [InlineData("list[*].x", "list[7].x.y", true)]
    [InlineData("list[*].x", "list[7].y", false)]
    [InlineData("list[0]", "list[1]", false)]
    [InlineData("a[\"b\"]", "a.b", true)]
    [InlineData("", "a", true)]
    public void A_path_contains_itself_and_what_lies_below(string path, string other, bool contains) =>
        Assert.Equal(contains, PropertyPath.Parse(path).Contains(PropertyPath.Parse(other)));

    [Fact]
    public void Equal_paths_are_equal_however_they_are_written()
    {
        Assert.Equal(PropertyPath.Parse("a.b"), PropertyPath.Parse("a[\"b\"]"));
        Assert.Equal(PropertyPath.Parse("a.b").GetHashCode(), PropertyPath.Parse("a[\"b\"]").GetHashCode());
        Assert.NotEqual(PropertyPath.Parse("a[0]"), PropertyPath.Parse("a[\"0\"]"));
    }
}
