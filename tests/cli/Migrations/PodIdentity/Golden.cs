using System.Runtime.CompilerServices;

namespace Provisioning.Cli.Tests.Migrations.PodIdentity;

/// <summary>Manifests and what replaces them, kept as reviewable files.</summary>
internal static class Golden
{
    private const string Accept = "ACCEPT_GOLDEN";

    /// <summary>The folders of the cases.</summary>
    public static IEnumerable<string> Cases => Directory.EnumerateDirectories(Root()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>The folder of a case.</summary>
    public static string FolderOf(string name) => Path.Combine(Root(), name);

    /// <summary>Compares a text with a file, or renews the file when <c>ACCEPT_GOLDEN</c> is set.</summary>
    public static void Compare(string name, string file, string actual)
    {
        var path = Path.Combine(FolderOf(name), file);
        if (Environment.GetEnvironmentVariable(Accept) is { Length: > 0 })
            File.WriteAllText(path, actual);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(actual == expected, $"{path} differs. If the change is meant, run the test with {Accept}=1 and review it.\n{actual}");
    }

    private static string Root([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source) ?? "", "golden");
}
