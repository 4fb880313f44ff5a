using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>kind: aks</c>.</summary>
internal sealed class AksComputeCase() : ComputeCase("aks", new ObjectShape([.. ComputeFields.OfEveryKind, ComputeFields.Cluster]))
{
    /// <inheritdoc/>
    public override Compute? Bind(string name, Fields fields, Reference<Workspace> workspace)
    {
        if (fields.Reference<Cluster>("cluster", SectionKeys.Clusters) is not { } cluster)
            return null;
        if (cluster.Target.Kind != ClusterKind.Aks)
            fields.Scope.Diagnostics.Report(AzureDiagnostics.NeedsAks, cluster.Span, cluster.Name, "a compute of kind 'aks'");

        var azure = AzureFields.Read(name, fields);
        return new AksCompute
        {
            Name = name,
            Span = fields.Span,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            Workspace = workspace,
            Description = fields.Text("description"),
            Identity = new IdentityAssignment.None(),
            Cluster = cluster,
        };
    }
}
