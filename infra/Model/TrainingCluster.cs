namespace Provisioning.Infra.Model;

/// <summary>An autoscaling training cluster, Azure's <c>AmlCompute</c> (<c>kind: cluster</c>).</summary>
public sealed record TrainingCluster : Compute
{
    /// <summary>Virtual machine size, such as <c>STANDARD_DS3_V2</c>; fixed at creation.</summary>
    public required string Size { get; init; }

    /// <summary>Whether nodes are cheap and may be taken away at any time; fixed at creation.</summary>
    public required bool LowPriority { get; init; }

    /// <summary>How many nodes there may be.</summary>
    public required ClusterScale Scale { get; init; }

    /// <summary>Id of the subnet the nodes join; null for Azure ML's own network. Fixed at creation.</summary>
    public ArmId? Subnet { get; init; }

    /// <summary>Whether nodes have public addresses; fixed at creation.</summary>
    public required bool PublicIp { get; init; }

    /// <summary>
    /// Whether the cluster was created before the workspace had its registry, or got its system-assigned identity later, so that
    /// Azure has not assigned AcrPull to that identity. The roles of user-assigned identities do not depend on it.
    /// </summary>
    public required bool OlderThanRegistry { get; init; }
}
