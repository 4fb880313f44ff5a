using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>An Azure Machine Learning workspace (<c>workspaces</c>).</summary>
public sealed record Workspace : AzureEntry
{
    /// <inheritdoc/>
    public override string Section => "workspaces";

    /// <summary>Name shown in the studio.</summary>
    public required string DisplayName { get; init; }

    /// <summary>
    /// System-assigned, or one user-assigned identity, which is then the primary one. Of an existing workspace, what the
    /// document says it has.
    /// </summary>
    public required IdentityAssignment Identity { get; init; }

    /// <summary>Default storage account; null only for an existing workspace.</summary>
    public Reference<StorageAccount>? Storage { get; init; }

    /// <summary>Key vault; null only for an existing workspace.</summary>
    public Reference<Vault>? Vault { get; init; }

    /// <summary>Registry for built images; null when Azure ML may create one on first need.</summary>
    public Reference<Registry>? Registry { get; init; }

    /// <summary>Telemetry component; null for none.</summary>
    public Reference<Insights>? Insights { get; init; }

    /// <summary>Whether the workspace answers from the public network.</summary>
    public required bool PublicNetworkAccess { get; init; }

    /// <summary>Whether less diagnostic data is collected by Microsoft (high business impact); fixed at creation.</summary>
    public required bool HighBusinessImpact { get; init; }

    /// <summary>Encryption by the organization's own key; null for Microsoft's key. Fixed at creation.</summary>
    public CustomerManagedKey? CustomerManagedKey { get; init; }

    /// <summary>Connections to private registries.</summary>
    public required ImmutableArray<RegistryConnection> Connections { get; init; }
}
