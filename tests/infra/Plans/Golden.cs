using System.Runtime.CompilerServices;

namespace Provisioning.Infra.Tests.Plans;

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

        Assert.True(File.Exists(path), $"There is no golden/{name} yet. To accept: {Accept}=1 dotnet test tests/infra");
        var expected = File.ReadAllText(path);
        Assert.True(expected == actual, $"golden/{name} differs. To accept: {Accept}=1 dotnet test tests/infra\n{Difference(expected, actual)}");
    }

    // Resource by resource, since lines such as a location repeat in many of them.
    private static string Difference(string expected, string actual)
    {
        var (before, after) = (Blocks(expected), Blocks(actual));
        var lines =
            from key in before.Keys.Union(after.Keys)
            let old = before.GetValueOrDefault(key, [])
            let now = after.GetValueOrDefault(key, [])
            where !old.SequenceEqual(now)
            select string.Join('\n', (string[])[$"  {key}", .. old.Except(now).Select(line => $"- {line}"), .. now.Except(old).Select(line => $"+ {line}")]);
        return string.Join('\n', lines);
    }

    private static Dictionary<string, string[]> Blocks(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Split('\n')).ToDictionary(block => block[0]);
}
