namespace Provisioning.Conformance.Tests.Harness;

/// <summary>Compares text with a reviewed file beside the program that it is about.</summary>
internal static class Golden
{
    private const string Accept = "ACCEPT_GOLDEN";

    public static void Matches(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(path, actual);

        var name = Path.GetRelativePath(NodeWorkspace.Directory, path);
        Assert.True(File.Exists(path), $"There is no {name} yet. To accept: {Accept}=1 dotnet test tests/conformance\n{actual}");
        var expected = File.ReadAllText(path);
        Assert.True(expected == actual, $"{name} differs. To accept: {Accept}=1 dotnet test tests/conformance\n{Difference(expected, actual)}");
    }

    /// <summary>Both texts from the first line on that differs.</summary>
    private static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var equal = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var lines = before.Skip(equal).Take(12).Select(line => $"- {line}").Concat(after.Skip(equal).Take(12).Select(line => $"+ {line}"));
        return $"from line {equal + 1}:\n{string.Join('\n', lines)}";
    }
}
