using Provisioning.Infra.Model;
using Pulumi;
using Pulumi.AzureNative.ContainerService;
using Pulumi.AzureNative.Kubernetes;

namespace Provisioning.Infra.Components;

/// <summary>A Kubernetes cluster that exists already. It is only ever read, and only when something needs to know.</summary>
internal sealed class ClusterComponent : ComponentResource, IAzureComponent
{
    private const string KubeletIdentity = "kubeletidentity";
    private readonly Cluster cluster;
    private readonly Lazy<Output<GetManagedClusterResult>> managed;
    private readonly Lazy<Output<ArcClusterResult>> connected;

    /// <summary>Refers to the cluster.</summary>
    public ClusterComponent(Cluster cluster, AzureTarget target)
        : base(ComponentTypes.Cluster, cluster.Name)
    {
        this.cluster = cluster;
        ResourceId = target.Id(cluster.Existing);
        managed = new(() => GetManagedCluster.Invoke(
            new GetManagedClusterInvokeArgs
            {
                ResourceGroupName = target.ResourceGroupOf(cluster.Existing, cluster.Address),
                ResourceName = cluster.Existing.Name,
            },
            new InvokeOptions { Parent = this }));
        connected = new(() => Deployment.Instance.Invoke<ArcClusterResult>(
            "azure-native:kubernetes:getConnectedCluster",
            new GetConnectedClusterInvokeArgs
            {
                ResourceGroupName = target.ResourceGroupOf(cluster.Existing, cluster.Address),
                ClusterName = cluster.Existing.Name,
            },
            new InvokeOptions { Parent = this, Version = typeof(GetConnectedCluster).Assembly.GetName().Version?.ToString(3) }));
        NodeResourceGroup = new(() => Output.Tuple(target.SubscriptionId, Read("The node resource group", result => result.NodeResourceGroup))
            .Apply(parts => $"/subscriptions/{parts.Item1}/resourceGroups/{parts.Item2}"));
        RegisterOutputs(new Dictionary<string, object?> { ["resourceId"] = ResourceId });
    }

    /// <inheritdoc/>
    public Output<string> ResourceId { get; }

    /// <summary>Id of the resource group that AKS keeps the nodes in.</summary>
    public Lazy<Output<string>> NodeResourceGroup { get; }

    /// <summary>Object id of the identity that the nodes pull images with.</summary>
    public Output<string> KubeletPrincipalId() => Read(
        "The kubelet identity", result => result.IdentityProfile?.GetValueOrDefault(KubeletIdentity)?.ObjectId);

    /// <summary>Issuer of the service account tokens: the document's if it gives one, else what Azure reports.</summary>
    public Output<string> Issuer() => (cluster.OidcIssuer, cluster.Kind) switch
    {
        ({ } issuer, _) => Output.Create(issuer.ToString()),
        (null, ClusterKind.Aks) => Read("The OIDC issuer", result => result.OidcIssuerProfile?.IssuerURL),
        (null, ClusterKind.Arc) => connected.Value.Apply(result => result.OidcIssuerProfile?.IssuerUrl).Required(
            $"The OIDC issuer of {cluster.Address}",
            "Turn it on with `az connectedk8s update --enable-oidc-issuer`, or write it into the document as `oidcIssuer`."),
        var (_, kind) => throw new InvalidOperationException($"Unknown kind of cluster {kind}."),
    };

    private Output<string> Read(string what, Func<GetManagedClusterResult, string?> value) =>
        managed.Value.Apply(value).Required(
            $"{what} of {cluster.Address}", "Check that the cluster is running and has workload identity with an OIDC issuer and a managed identity.");
}
