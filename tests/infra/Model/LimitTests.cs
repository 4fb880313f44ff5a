using System.Text;

namespace Provisioning.Infra.Tests.Model;

/// <summary>Documents at the limits of depth and size are read or refused without delay.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: {")]
    [InlineData("&a *a ")]
    public void Endless_nesting_is_refused(string opening) =>
        Assert.False(Documents.Load(string.Concat(Enumerable.Repeat(opening, 100_000))).IsValid);

    [Fact]
    public void Document_at_the_size_limit_is_read_in_linear_time()
    {
        var text = new StringBuilder(Documents.Minimal).Append("identities:\n");
        for (int index = 0; index < 10_000; index++)
            text.Append($"  trainer{index}: {{ name: id-trainer-{index} }}\n");

        Assert.True(Documents.Load(text.ToString()).IsValid);
    }

    [Fact]
    public void Document_full_of_mistakes_is_read_in_linear_time()
    {
        var text = new StringBuilder(Documents.Minimal).Append("identities:\n");
        for (int index = 0; index < 5_000; index++)
            text.Append($"  an-identity-for-training-{index}: {{}}\n");
        text.Append("workloads:\n");
        for (int index = 0; index < 5_000; index++)
            text.Append($"  job{index}: {{ identity: an-identity-for-trainnig-{index}, runsOnn: 1 }}\n");

        Assert.True(Documents.Load(text.ToString()).Diagnostics.Length > 5_000);
    }
}
