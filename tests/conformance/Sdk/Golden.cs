using System.Runtime.CompilerServices;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>Compares what a program sends with a reviewed file below <c>golden/</c>.</summary>
internal static class Golden
{
    private const string Accept = "ACCEPT_GOLDEN";

    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller) ?? "", "golden", name);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(path, actual);

        Assert.True(File.Exists(path), $"There is no golden/{name} yet. To accept: {Accept}=1 dotnet test tests/conformance");
        Assert.True(File.ReadAllText(path) == actual, $"golden/{name} differs. To accept: {Accept}=1 dotnet test tests/conformance\n{actual}");
    }
}
