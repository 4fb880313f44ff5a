using System.Globalization;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>How much is tried, and where chance begins; variables ask for more than a build wants to wait for.</summary>
internal static class KillSettings
{
    /// <summary>How many processes die at random.</summary>
    public static int Kills { get; } = Number("PROVISIONING_KILLS", 10);

    /// <summary>How many races are run.</summary>
    public static int Races { get; } = Number("PROVISIONING_RACES", 8);

    /// <summary>The seed of the first; each one after it has the next.</summary>
    public static int Seed { get; } = Number("PROVISIONING_CRASH_SEED", 1);

    private static int Number(string variable, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(variable) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
