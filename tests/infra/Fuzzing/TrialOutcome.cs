namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>What became of one document.</summary>
internal sealed record TrialOutcome
{
    /// <summary>What went wrong in a few words that are equal for equal bugs; empty when all is well.</summary>
    public required string Failure { get; init; }

    /// <summary>The exception or the figure behind the failure.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Whether there was a document, and a plan of it.</summary>
    public bool IsValid { get; init; }

    /// <summary>Processor time of the whole process meanwhile.</summary>
    public TimeSpan Processor { get; init; }

    /// <summary>Bytes allocated, freed ones included.</summary>
    public long AllocatedBytes { get; init; }
}
