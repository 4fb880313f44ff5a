using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>kind: kubernetes</c>.</summary>
internal sealed class KubernetesComputeCase() : ComputeCase("kubernetes", new ObjectShape(
[
    .. ComputeFields.OfEveryKind,
    IdentityFields.Declare("Identity of training jobs.", "none"),
    ComputeFields.Cluster,
    new("namespace", TextShapes.DnsLabel, "Namespace of the jobs, which must exist; fixed while attached.") { Default = "default" },
    new("instanceTypes", new MapShape(InstanceTypeShape) { Key = AzureNames.InstanceType }, "What jobs can ask for, by name."),
    new("defaultInstanceType", AzureNames.InstanceType, "Instance type of jobs that name none.")
    {
        Otherwise = "Azure ML's own, with 2 GiB and no GPU",
    },
]))
{
    private static readonly ObjectShape InstanceTypeShape = new(
        new Field("nodeSelector", new MapShape(TextShapes.Loose), "Labels that a node must have."),
        new Field("requests", new MapShape(TextShapes.Quantity), "Guaranteed resources: `cpu`, `memory`, `nvidia.com/gpu`."),
        new Field("limits", new MapShape(TextShapes.Quantity), "Most resources, by the same names."));

    /// <inheritdoc/>
    public override Compute? Bind(string name, Fields fields, Reference<Workspace> workspace)
    {
        IdentityAssignment identity = IdentityFields.Read(fields);
        if (identity is IdentityAssignment.UserAssigned && IdentityFields.CountWritten(fields) > 1)
            IdentityFields.Refuse(fields, "An attached cluster", "have several identities; only the first would be used");
        if (fields.Reference<Cluster>("cluster", SectionKeys.Clusters) is not { } cluster)
            return null;

        var azure = AzureFields.Read(name, fields);
        fields.Scope.RequireSameSubscription(
            cluster.Target.Existing, cluster.Span, $"Cluster '{cluster.Name}'", workspace.Target.Existing, "the workspace");
        return new KubernetesCompute
        {
            Name = name,
            Span = fields.Span,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            Workspace = workspace,
            Description = fields.Text("description"),
            Identity = identity,
            Cluster = cluster,
            Namespace = fields.Text("namespace"),
            InstanceTypes = BindInstanceTypes(fields),
            DefaultInstanceType = fields.Text("defaultInstanceType"),
        };
    }

    private static ImmutableArray<InstanceType> BindInstanceTypes(Fields fields)
    {
        ImmutableArray<InstanceType> types = [.. fields.Pairs("instanceTypes").Select(pair => BindInstanceType(pair, fields.Scope))];
        if (fields.Scalar("defaultInstanceType") is { } standard && types.All(type => type.Name != standard.Text))
        {
            fields.Scope.Diagnostics.ReportWithHint(
                ReferenceDiagnostics.UnknownInstanceType, standard.Span,
                fields.Scope.Diagnostics.Suggest(standard.Text, types.Select(type => type.Name)), standard.Text);
        }

        return types;
    }

    private static InstanceType BindInstanceType(YamlPair pair, BindingScope scope)
    {
        var fields = new Fields(InstanceTypeShape, pair.Value as YamlMapping, pair.Key.Span, scope);
        return new InstanceType(pair.Key.Text, fields.Texts("nodeSelector"), fields.Texts("requests"), fields.Texts("limits"));
    }
}
