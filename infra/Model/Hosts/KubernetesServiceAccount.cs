using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>Pods of a Kubernetes service account (<c>kubernetes</c>).</summary>
public sealed record KubernetesServiceAccount : WorkloadHost
{
    /// <summary>The cluster.</summary>
    public required Reference<Cluster> Cluster { get; init; }

    /// <summary>Namespace of the service account.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the service account.</summary>
    public required string ServiceAccount { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts =>
        [new FederatedTrust(TrustIssuer.Of(Cluster), Subject.OfServiceAccount(Namespace, ServiceAccount), "")];
}
