using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>
/// A Kubernetes cluster attached to a workspace (<c>kind: kubernetes</c>). It is attached and detached; the cluster is never deleted.
/// </summary>
public sealed record KubernetesCompute : Compute
{
    /// <summary>The attached cluster.</summary>
    public required Reference<Cluster> Cluster { get; init; }

    /// <summary>Namespace of the jobs; it must exist in the cluster. Fixed while attached.</summary>
    public required string Namespace { get; init; }

    /// <summary>Instance types of jobs, in document order.</summary>
    public required ImmutableArray<InstanceType> InstanceTypes { get; init; }

    /// <summary>Name of the instance type of jobs that name none; empty for Azure ML's own default.</summary>
    public required string DefaultInstanceType { get; init; }
}
