namespace Provisioning.Infra.Model;

/// <summary>A Kubernetes cluster that exists already (<c>clusters</c>): Arc-connected or AKS. It is read, never managed.</summary>
public sealed record Cluster : Entry
{
    /// <inheritdoc/>
    public override string Section => "clusters";

    /// <summary>Id of the cluster.</summary>
    public required ArmId Existing { get; init; }

    /// <summary>Which of Azure's two cluster types it is.</summary>
    public required ClusterKind Kind { get; init; }

    /// <summary>Issuer of the service account tokens; null to read it from Azure.</summary>
    public Issuer? OidcIssuer { get; init; }
}
