using System.Text.RegularExpressions;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Schema;

/// <summary>The reference of the stack document is complete, and its examples load.</summary>
public sealed partial class StackDocumentPageTests
{
    private static readonly string[] Path = ["docs", "stack-document.md"];

    [Fact]
    public void Key_tables_are_current()
    {
        string page = File.ReadAllText(Repository.PathOf(Path));
        string actual = Table().Replace(page, match => KeyTable.All.TryGetValue(match.Groups["path"].Value, out var shape)
            ? $"<!-- keys: {match.Groups["path"].Value} -->\n{KeyTable.Write(shape)}<!-- end -->"
            : throw new InvalidOperationException($"The document has no mapping '{match.Groups["path"].Value}'."));

        Repository.AssertGolden(actual, Path);
    }

    [Fact]
    public void Every_mapping_has_its_table()
    {
        string page = File.ReadAllText(Repository.PathOf(Path));
        string[] documented = [.. Table().Matches(page).Select(match => match.Groups["path"].Value)];
        var shapes = documented.Select(path => KeyTable.All[path]).ToHashSet(ReferenceEqualityComparer.Instance);

        Assert.Empty(KeyTable.All.Where(item => !shapes.Contains(item.Value)).Select(item => item.Key));
    }

    [Fact]
    public void Examples_together_make_one_document()
    {
        string page = File.ReadAllText(Repository.PathOf(Path));
        LoadResult result = Documents.Load(string.Concat(Example().Matches(page).Select(match => match.Groups["text"].Value)));

        Assert.Empty(result.Diagnostics.Where(item => item.Severity > DiagnosticSeverity.Information));
        Assert.True(result.IsValid);
    }

    [GeneratedRegex("<!-- keys: (?<path>\\S+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
