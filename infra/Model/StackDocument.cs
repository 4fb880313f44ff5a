using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>
/// What one environment shall look like: a whole, valid <c>stacks/&lt;env&gt;.yaml</c> with every reference resolved.
/// Sections keep the order of the document.
/// </summary>
public sealed record StackDocument
{
    /// <summary>Path of the document as it was given to the loader.</summary>
    public required string Path { get; init; }

    /// <summary>The cloud to deploy to.</summary>
    public required Cloud Cloud { get; init; }

    /// <summary>The subscription to deploy to; null to take the one of the credentials.</summary>
    public SubscriptionId? Subscription { get; init; }

    /// <summary>The tenant of the identities; null to take the one of the credentials.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>Default Azure region, lower case without blanks.</summary>
    public required string Location { get; init; }

    /// <summary>The resource group that holds everything the program creates.</summary>
    public required ResourceGroup ResourceGroup { get; init; }

    /// <summary>Tags of every created resource that can carry tags.</summary>
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }

    /// <summary>User-assigned managed identities.</summary>
    public required ImmutableArray<Identity> Identities { get; init; }

    /// <summary>Entra applications.</summary>
    public required ImmutableArray<Application> Applications { get; init; }

    /// <summary>Container registries.</summary>
    public required ImmutableArray<Registry> Registries { get; init; }

    /// <summary>Storage accounts with their containers.</summary>
    public required ImmutableArray<StorageAccount> Storage { get; init; }

    /// <summary>Key vaults.</summary>
    public required ImmutableArray<Vault> Vaults { get; init; }

    /// <summary>Application Insights components.</summary>
    public required ImmutableArray<Insights> Insights { get; init; }

    /// <summary>Azure Machine Learning workspaces with their connections.</summary>
    public required ImmutableArray<Workspace> Workspaces { get; init; }

    /// <summary>Kubernetes clusters that exist already.</summary>
    public required ImmutableArray<Cluster> Clusters { get; init; }

    /// <summary>Compute targets of the workspaces.</summary>
    public required ImmutableArray<Compute> Computes { get; init; }

    /// <summary>Deep Lake organizations.</summary>
    public required ImmutableArray<DeepLakeOrganization> DeepLake { get; init; }

    /// <summary>Workloads and what each of them needs.</summary>
    public required ImmutableArray<Workload> Workloads { get; init; }

    /// <summary>Role assignments beyond what the workloads imply.</summary>
    public required ImmutableArray<Grant> Grants { get; init; }

    /// <summary>Legacy AAD Pod Identity bindings.</summary>
    public required ImmutableArray<PodIdentity> PodIdentities { get; init; }

    /// <summary>Severity overrides and exemptions.</summary>
    public required Policy Policy { get; init; }
}
