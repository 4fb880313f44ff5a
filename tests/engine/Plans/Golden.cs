using System.Runtime.CompilerServices;

namespace Provisioning.Engine.Tests.Plans;

/// <summary>Compares text with a reviewed file below <c>golden/</c>.</summary>
internal static class Golden
{
    private const string Accept = "ACCEPT_GOLDEN";

    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller) ?? "", "golden", name);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no golden/{name} yet. To accept: {Accept}=1 dotnet test tests/engine");
        var expected = File.ReadAllText(path);
        Assert.True(expected == actual, $"golden/{name} differs. To accept: {Accept}=1 dotnet test tests/engine\n{Difference(expected, actual)}");
    }

    private static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var removed = before.Except(after).Select(line => $"- {line}");
        var added = after.Except(before).Select(line => $"+ {line}");
        return string.Join('\n', removed.Concat(added));
    }
}
