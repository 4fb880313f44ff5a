using System.Globalization;

namespace Provisioning.Faults.Tests;

/// <summary>Which seeds a run tries.</summary>
internal static class FaultRun
{
    /// <summary>Number of seeds of a long run.</summary>
    public const string CountVariable = "PROVISIONING_FAULTS";

    /// <summary>First seed; by default the one that every change is tested with.</summary>
    public const string SeedVariable = "PROVISIONING_FAULTS_SEED";

    private const int DefaultSeed = 20260801;

    /// <summary>Empty for the document of the stack <c>local</c>, else the name of a scenario; with the seeds that every change is tested with.</summary>
    private static readonly (string Scenario, int Seeds)[] Documents = [("", 3), ("federation", 2), ("deeplake-compute-instance", 1)];

    /// <summary>The documents with their seeds, as the variables say.</summary>
    public static IEnumerable<(string Scenario, int Seed)> Trials
    {
        get
        {
            var count = Read(CountVariable);
            var first = Read(SeedVariable) ?? DefaultSeed;
            return Documents.SelectMany(document => Enumerable.Range(first, count ?? document.Seeds).Select(seed => (document.Scenario, seed)));
        }
    }

    private static int? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        ? int.Parse(value, CultureInfo.InvariantCulture)
        : null;
}
