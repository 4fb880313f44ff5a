using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.kubernetes</c>.</summary>
internal sealed class KubernetesCase() : HostCase(new Field("kubernetes", Shape, "Pods of a Kubernetes service account."))
{
    private static readonly ObjectShape Shape = new(
        new Field("cluster", TextShapes.Reference("a cluster"), "The cluster.") { Required = true },
        new Field("namespace", TextShapes.DnsLabel, "Namespace of the service account.") { Required = true },
        new Field("serviceAccount", TextShapes.ServiceAccount, "Name of the service account.") { Required = true });

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn) =>
        runsOn.Object(Field.Key) is { } fields && fields.Reference<Cluster>("cluster", SectionKeys.Clusters) is { } cluster
            ? new KubernetesServiceAccount
            {
                Span = fields.Span,
                Cluster = cluster,
                Namespace = fields.Text("namespace"),
                ServiceAccount = fields.Text("serviceAccount"),
            }
            : null;
}
