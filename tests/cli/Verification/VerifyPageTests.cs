using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Provisioning.Cli.Commands;
using Provisioning.Verification.Findings;

namespace Provisioning.Cli.Tests.Verification;

/// <summary>The page about <c>verify</c> shows what the command writes.</summary>
public sealed partial class VerifyPageTests
{
    private static readonly string Page = File.ReadAllText(PageFile());

    [Theory]
    [InlineData("text", "report.txt")]
    [InlineData("json", "report.json")]
    public void Shown_report_is_the_golden_one(string language, string file) =>
        Assert.Equal(ReportGolden.Read(file).TrimEnd(), Assert.Single(Blocks(), block => block.Language == language).Text.TrimEnd());

    [Fact]
    public void Every_outcome_has_a_row() => Assert.All(
        Enum.GetNames<Outcome>(), name => Assert.Contains($"| `{char.ToLowerInvariant(name[0])}{name[1..]}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Hidden_command_is_explained() => Assert.Contains($"`{IdentityHostCommand.Name}`", Page, StringComparison.Ordinal);

    private static IEnumerable<(string Language, string Text)> Blocks() =>
        Block().Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static string PageFile([CallerFilePath] string source = "") => Path.GetFullPath("../../../docs/verify.md", Path.GetDirectoryName(source) ?? "");

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
