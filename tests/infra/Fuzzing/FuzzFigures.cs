using System.Globalization;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>What a run of documents took.</summary>
internal sealed class FuzzFigures
{
    private int documents;
    private TimeSpan processor;
    private (TimeSpan Time, int Seed) slowest;
    private (long Bytes, int Seed) largest;

    /// <summary>Documents that had a plan.</summary>
    public int ValidDocuments { get; private set; }

    /// <summary>Counts a document.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="outcome">What became of it.</param>
    public void Add(int seed, TrialOutcome outcome)
    {
        documents++;
        ValidDocuments += outcome.IsValid ? 1 : 0;
        processor += outcome.Processor;
        if (outcome.Processor > slowest.Time)
            slowest = (outcome.Processor, seed);
        if (outcome.AllocatedBytes > largest.Bytes)
            largest = (outcome.AllocatedBytes, seed);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{documents} documents, {ValidDocuments} valid, {processor.TotalSeconds:f1} s of processor time; slowest {slowest.Time.TotalMilliseconds:f0} ms "
        + $"(seed {slowest.Seed}), most allocated {largest.Bytes / 1e6:f0} MB (seed {largest.Seed})");
}
