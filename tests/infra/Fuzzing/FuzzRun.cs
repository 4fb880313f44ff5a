using System.Globalization;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>How many documents a run makes, and which.</summary>
/// <param name="Count">Number of documents.</param>
/// <param name="Seed">Seed of the first; each further one has the next.</param>
/// <param name="IsLong">Whether processor time counts. Among other tests it would measure those.</param>
internal sealed record FuzzRun(int Count, int Seed, bool IsLong)
{
    /// <summary>Its tests take turns, so that none counts the processor time of another.</summary>
    public const string Collection = "fuzzing";

    /// <summary>Number of documents of a long run.</summary>
    public const string CountVariable = "PROVISIONING_FUZZ";

    /// <summary>Seed of a run; by default the one that every change is tested with.</summary>
    public const string SeedVariable = "PROVISIONING_FUZZ_SEED";

    private const int ShortCount = 1_000;
    private const int DefaultSeed = 20260701;

    /// <summary>Reads the variables.</summary>
    public static FuzzRun FromEnvironment()
    {
        int? count = Read(CountVariable);
        return new FuzzRun(count ?? ShortCount, Read(SeedVariable) ?? DefaultSeed, count is not null);
    }

    private static int? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        ? int.Parse(value, CultureInfo.InvariantCulture)
        : null;
}
