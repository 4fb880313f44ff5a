using System.Collections.Immutable;

namespace Provisioning.Verification.Findings;

/// <summary>All that was checked of one actor, or of the resources that all of them use.</summary>
/// <param name="Name">Who: <c>workloads.train</c>; <c>resources</c>.</param>
/// <param name="Identity">As whom it acts: <c>identities.trainer</c>; empty for resources.</param>
/// <param name="RunsOn">Where it runs, in a few words; empty for resources.</param>
/// <param name="Findings">The checks, in the order in which they matter.</param>
public sealed record ActorFindings(string Name, string Identity, string RunsOn, ImmutableArray<Finding> Findings);
