using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>podIdentities</c>.</summary>
internal sealed class PodIdentitySection() : Section(
    SectionKeys.PodIdentities, "pod identity", "Legacy AAD Pod Identity bindings: pods get an identity by their label.")
{
    private static readonly TextShape Selector = new("the value of a Kubernetes label")
    {
        Pattern = "^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$",
    };

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
        new Field("cluster", TextShapes.Reference("a cluster"), "The AKS cluster.") { Required = true },
        new Field("identity", TextShapes.Reference("an identity"), "The identity that the pods get.") { Required = true },
        new Field("namespace", TextShapes.DnsLabel, "Namespace of the pods.") { Required = true },
        new Field("selector", Selector, "Value of the pods' `aadpodidbinding` label.") { Required = true });

    /// <inheritdoc/>
    public override Entry? Bind(string name, Fields fields)
    {
        var cluster = fields.Reference<Cluster>("cluster", SectionKeys.Clusters);
        var identity = fields.Reference<Identity>("identity", SectionKeys.Identities);
        if (cluster is null || identity is null)
            return null;
        if (cluster.Target.Kind != ClusterKind.Aks)
            fields.Scope.Diagnostics.Report(AzureDiagnostics.NeedsAks, cluster.Span, cluster.Name, "AAD Pod Identity");
        return new PodIdentity
        {
            Name = name,
            Span = fields.Span,
            Cluster = cluster,
            Identity = identity,
            Namespace = fields.Text("namespace"),
            Selector = fields.Text("selector"),
        };
    }
}
