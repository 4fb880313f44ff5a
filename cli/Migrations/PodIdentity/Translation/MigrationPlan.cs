using System.Collections.Immutable;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>What replaces AAD Pod Identity, and what is left to people.</summary>
internal sealed record MigrationPlan
{
    /// <summary>Most federated credentials of an identity. (Entra, "Workload identity federation considerations".)</summary>
    public const int MostCredentials = 20;

    /// <summary>The identities of the document, by short name, in the order of their use.</summary>
    public required ImmutableArray<MigratedIdentity> Identities { get; init; }

    /// <summary>The workloads of the document.</summary>
    public required ImmutableArray<MigratedWorkload> Workloads { get; init; }

    /// <summary>What was not translated, warnings, and notes, in this order.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Whether nothing is left to do beside applying the result.</summary>
    public bool IsComplete => Findings.All(finding => finding.Kind != FindingKind.Untranslated);
}
