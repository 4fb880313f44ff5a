namespace Provisioning.Infra.Model;

/// <summary>Who signs a workload's tokens.</summary>
public abstract record TrustIssuer
{
    private TrustIssuer()
    {
    }

    /// <summary>An issuer known from the document.</summary>
    /// <param name="Issuer">The issuer.</param>
    public sealed record Known(Issuer Issuer) : TrustIssuer;

    /// <summary>The issuer that Azure reports for a cluster, read during deployment.</summary>
    /// <param name="Cluster">The cluster; its <see cref="Model.Cluster.OidcIssuer"/> is null.</param>
    public sealed record OfCluster(Reference<Cluster> Cluster) : TrustIssuer;

    /// <summary>The issuer of a cluster's service account tokens: the document's if it gives one, else Azure's.</summary>
    /// <param name="cluster">The cluster.</param>
    public static TrustIssuer Of(Reference<Cluster> cluster) =>
        cluster.Target.OidcIssuer is { } issuer ? new Known(issuer) : new OfCluster(cluster);
}
