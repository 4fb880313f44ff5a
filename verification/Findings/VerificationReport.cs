using System.Collections.Immutable;

namespace Provisioning.Verification.Findings;

/// <summary>What a verification found.</summary>
/// <param name="Actors">The actors in the order of the document.</param>
/// <param name="Duration">How long all of it took.</param>
public sealed record VerificationReport(ImmutableArray<ActorFindings> Actors, TimeSpan Duration)
{
    /// <summary>Whether everything was tried and is as the document says.</summary>
    public bool AllHeld => Count(Outcome.Held) == Findings.Count();

    /// <summary>Whether nothing was found to be different; what could not be tried does not count.</summary>
    public bool NothingFailed => Findings.All(finding => finding.Verdict.Outcome is Outcome.Held or Outcome.Unchecked);

    /// <summary>The longest time that access took to become effective; zero when nothing had to be waited for.</summary>
    public TimeSpan Waited => Findings.Where(finding => finding.Verdict.Outcome is Outcome.Held).Select(finding => finding.Waited).DefaultIfEmpty().Max();

    private IEnumerable<Finding> Findings => Actors.SelectMany(actor => actor.Findings);

    /// <summary>How many checks came to an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(Outcome outcome) => Findings.Count(finding => finding.Verdict.Outcome == outcome);
}
