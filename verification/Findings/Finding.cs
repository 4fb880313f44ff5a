namespace Provisioning.Verification.Findings;

/// <summary>One check of one actor, and what it came to.</summary>
/// <param name="Check">What was asked, as a sentence about the actor: <c>pulls from registries.private</c>.</param>
/// <param name="Verdict">The result of the last attempt.</param>
/// <param name="Latency">How long the last attempt took.</param>
/// <param name="Waited">How long it was waited for before the last attempt; zero when the first one settled it.</param>
public sealed record Finding(string Check, Verdict Verdict, TimeSpan Latency, TimeSpan Waited);
