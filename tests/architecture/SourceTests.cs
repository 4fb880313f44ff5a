using System.Text.RegularExpressions;

namespace Provisioning.Architecture.Tests;

/// <summary>Habits that a compiler does not check.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void NoFolderOrFile_IsNamedAfterNothing()
    {
        // The SDK has the official names.
        var offenders = RepositoryFolder.Files("*.cs")
            .Where(file => !file.StartsWith("sdks/pulumi/", StringComparison.Ordinal) && Meaningless().IsMatch(file));

        Assert.Empty(offenders);
    }

    [Fact]
    public void NoSource_IsLeftHalfDone()
    {
        var offenders = RepositoryFolder.Files("*.cs")
            .Where(file => !file.StartsWith("tests/architecture/", StringComparison.Ordinal))
            .Where(file => HalfDone().IsMatch(File.ReadAllText(Path.Combine(RepositoryFolder.Path, file))));

        Assert.Empty(offenders);
    }

    [Fact]
    public void EveryNamespace_MatchesItsFolder()
    {
        var offenders = RepositoryFolder.Files("*.cs")
            .Where(file => !file.StartsWith("sdks/pulumi/", StringComparison.Ordinal))
            .Select(file => (File: file, Namespace: Namespace().Match(File.ReadAllText(Path.Combine(RepositoryFolder.Path, file))).Groups[1].Value))
            .Where(source => source.Namespace.Length > 0)
            .Where(source => Path.GetDirectoryName(source.File) is { } folder
                && folder.Split('/') is [.., var last] parts
                && !source.Namespace.EndsWith("." + last, StringComparison.OrdinalIgnoreCase)
                && !IsProjectFolder(parts))
            .Select(source => $"{source.File}: {source.Namespace}");

        Assert.Empty(offenders);
    }

    private static bool IsProjectFolder(string[] parts) =>
        Directory.GetFiles(Path.Combine([RepositoryFolder.Path, .. parts]), "*.csproj").Length > 0;

    // "Secrets manager" is Pulumi's word for what encrypts a stack's secrets.
    [GeneratedRegex(@"(^|/)[A-Za-z]*(Helpers?|Utils?|Utilities|Common|Misc|(?<!Secrets)Manager)(\.cs|/)")]
    private static partial Regex Meaningless();

    [GeneratedRegex(@"NotImplementedException|//\s*(TODO|FIXME|HACK)|#region|Thread\.Sleep")]
    private static partial Regex HalfDone();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
