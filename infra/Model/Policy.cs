using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>How strictly the advice of the catalogue holds in this document (<c>policy</c>). Correctness is not negotiable.</summary>
/// <param name="Severities">Diagnostic ids with another severity than the catalogue's.</param>
/// <param name="Exemptions">Entries that one rule does not hold for, for a while.</param>
public sealed record Policy(ImmutableArray<SeverityOverride> Severities, ImmutableArray<PolicyExemption> Exemptions);
