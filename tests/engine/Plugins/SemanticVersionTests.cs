using Provisioning.Engine.Plugins;

namespace Provisioning.Engine.Tests.Plugins;

/// <summary>Versions of plugins, which are compared to warn of old ones and to find the newest.</summary>
public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("1.2.3", "1.2.3", 0)]
    [InlineData("v1.2.3", "1.2.3+build", 0)]
    [InlineData("1.10.0", "1.9.0", 1)]
    [InlineData("1.2.3-alpha", "1.2.3", -1)]
    [InlineData("1.2.3-alpha", "1.2.3-beta", -1)]
    [InlineData("2.0.0-alpha", "1.9.9", 1)]
    public void Versions_CompareByTheirNumbers_AndPrereleasesComeFirst(string left, string right, int order)
    {
        var versions = (SemanticVersion.TryParse(left), SemanticVersion.TryParse(right));

        Assert.Equal(order, Math.Sign(versions.Item1?.CompareTo(versions.Item2) ?? 0));
        Assert.NotNull(versions.Item1);
        Assert.NotNull(versions.Item2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1.2")]
    [InlineData("1.2.-3")]
    public void Text_ThatIsNoVersion_IsNone(string text) => Assert.Null(SemanticVersion.TryParse(text));
}
