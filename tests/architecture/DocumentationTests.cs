using System.Text.RegularExpressions;

namespace Provisioning.Architecture.Tests;

/// <summary>Links between the pages of the documentation, and from them into the repository.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Names];

    private static IEnumerable<string> Names =>
        RepositoryFolder.Files("*.md").Where(file => file == "README.md" || file.StartsWith("docs/", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void RelativeLinks_LeadSomewhere(string page)
    {
        var broken = Links(page).Where(link => !Exists(page, link)).Select(link => $"{page}: {link}");

        Assert.Empty(broken);
    }

    [Fact]
    public void EveryPage_IsLinkedFromAnother()
    {
        var linked = Names
            .SelectMany(page => Links(page).Select(link => Target(page, link)).Where(target => target != PathOf(page)))
            .ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Names, page => page != "README.md" && !linked.Contains(PathOf(page)));
    }

    private static IEnumerable<string> Links(string page) =>
        Link().Matches(Fence().Replace(File.ReadAllText(PathOf(page)), ""))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

    private static bool Exists(string page, string link)
    {
        var target = Target(page, link);
        var anchor = link.Contains('#', StringComparison.Ordinal) ? link.Split('#')[1] : "";
        return anchor.Length == 0 ? Path.Exists(target) : File.Exists(target) && Anchors(target).Contains(anchor);
    }

    private static string Target(string page, string link) => link.StartsWith('#')
        ? PathOf(page)
        : Path.GetFullPath(link.Split('#')[0], Path.GetDirectoryName(PathOf(page)) ?? "");

    /// <summary>The anchors of a page's headings: lower case, hyphens for blanks, and nothing but letters, digits, hyphens and underscores.</summary>
    private static IEnumerable<string> Anchors(string file) =>
        Heading().Matches(Fence().Replace(File.ReadAllText(file), ""))
            .Select(match => Punctuation().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string PathOf(string page) => Path.Combine(RepositoryFolder.Path, page);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
