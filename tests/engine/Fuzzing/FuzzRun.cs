using System.Globalization;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>How many sequences a run makes, and which.</summary>
/// <param name="Count">Number of sequences.</param>
/// <param name="Seed">Seed of the first; each further one has the next.</param>
internal sealed record FuzzRun(int Count, int Seed)
{
    /// <summary>Number of sequences of a long run.</summary>
    public const string CountVariable = "PROVISIONING_SEQUENCES";

    /// <summary>Seed of a run; by default the one that every change is tested with.</summary>
    public const string SeedVariable = "PROVISIONING_SEQUENCES_SEED";

    private const int ShortCount = 300;
    private const int DefaultSeed = 20260901;

    /// <summary>Reads the variables.</summary>
    public static FuzzRun FromEnvironment() => new(Read(CountVariable) ?? ShortCount, Read(SeedVariable) ?? DefaultSeed);

    private static int? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        ? int.Parse(value, CultureInfo.InvariantCulture)
        : null;
}
