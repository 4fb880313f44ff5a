using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>clusters</c>.</summary>
internal sealed class ClusterSection() : Section(
    SectionKeys.Clusters, "cluster", "Kubernetes clusters that exist already, connected by Arc or in AKS. They are read, never changed.")
{
    private const string Arc = "Microsoft.Kubernetes/connectedClusters";
    private const string Aks = "Microsoft.ContainerService/managedClusters";

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
        new Field("existing", TextShapes.ResourceId, $"Id of the cluster: `{Arc}` or `{Aks}`.") { Required = true },
        new Field("oidcIssuer", TextShapes.Issuer, "Issuer of the cluster's service account tokens, byte for byte.")
        {
            Otherwise = "read from Azure",
        });

    /// <inheritdoc/>
    public override Entry? Bind(string name, Fields fields)
    {
        if (fields.ResourceId("existing", Arc, Aks) is not { } existing)
            return null;
        return new Cluster
        {
            Name = name,
            Span = fields.Span,
            Existing = existing,
            Kind = existing.IsOf(Aks) ? ClusterKind.Aks : ClusterKind.Arc,
            OidcIssuer = fields.Issuer("oidcIssuer"),
        };
    }
}
