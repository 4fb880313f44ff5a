namespace Provisioning.Verification.Findings;

/// <summary>The result of one attempt at a check.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Detail">What was seen, in a few words; never a secret, a token or content.</param>
/// <param name="Remedy">What to do; empty when nothing is to be done.</param>
public sealed record Verdict(Outcome Outcome, string Detail, string Remedy = "")
{
    /// <summary>It is as the document says.</summary>
    /// <param name="detail">What was seen.</param>
    public static Verdict Held(string detail) => new(Outcome.Held, detail);
}
