using System.Runtime.CompilerServices;

namespace Provisioning.Cli.Tests.Verification;

/// <summary>Reports as they are written, kept as reviewable files.</summary>
internal static class ReportGolden
{
    private const string Accept = "ACCEPT_GOLDEN";

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root(), file));

    /// <summary>Compares a text with a file, or renews the file when <c>ACCEPT_GOLDEN</c> is set.</summary>
    public static void Compare(string file, string actual)
    {
        var path = Path.Combine(Root(), file);
        if (Environment.GetEnvironmentVariable(Accept) is { Length: > 0 })
            File.WriteAllText(path, actual);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(actual == expected, $"{path} differs. If the change is meant, run the test with {Accept}=1 and review it.\n{actual}");
    }

    private static string Root([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source) ?? "", "golden");
}
