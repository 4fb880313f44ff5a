namespace Provisioning.Infra.Tests.Model;

/// <summary>Files of the repository that tests read, and golden files that they keep current.</summary>
internal static class Repository
{
    /// <summary>Set to <c>1</c> to write golden files instead of comparing with them.</summary>
    public const string AcceptVariable = "ACCEPT_GOLDEN";

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Whether golden files are to be written.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable(AcceptVariable) == "1";

    /// <summary>Full path of a file.</summary>
    /// <param name="parts">Its path below the root.</param>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Compares a text with a golden file, or writes it.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="parts">Path of the file below the root.</param>
    public static void AssertGolden(string actual, params string[] parts)
    {
        string path = PathOf(parts);
        if (Accepting)
            File.WriteAllText(path, actual);
        string expected = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(
            expected == actual,
            $"{Path.Combine(parts)} is not current; run the test with {AcceptVariable}=1 and review the change.\n{FirstDifference(expected, actual)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] left = expected.Split('\n'), right = actual.Split('\n');
        int line = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n- {left.ElementAtOrDefault(line)}\n+ {right.ElementAtOrDefault(line)}";
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Provisioning.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
