using System.Text.RegularExpressions;

namespace Provisioning.Cli.Tests.Diagnostics;

/// <summary>The page of errors and the sources agree.</summary>
public sealed partial class CommandErrorTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void EveryErrorOfTheSources_IsDocumented_AndEveryDocumentedOne_CanHappen()
    {
        var raised = new[] { "cli", "engine" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(file => Id().Matches(File.ReadAllText(file)).Select(match => match.Value));
        var documented = Row().Matches(File.ReadAllText(Path.Combine(Root, "docs", "command-errors.md"))).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(documented.Order(StringComparer.Ordinal), raised.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(documented.Distinct(), documented);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Provisioning.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Provisioning.sln was not found above the tests.");
    }

    [GeneratedRegex(@"ACC[467]\d{3}")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\| (ACC[467]\d{3}) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
