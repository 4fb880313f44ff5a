using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>kind: cluster</c>.</summary>
internal sealed class TrainingClusterCase() : ComputeCase("cluster", new ObjectShape(
[
    .. ComputeFields.OfEveryKind,
    IdentityFields.Declare("Identity of its jobs, changeable in place.", "none"),
    .. ComputeFields.OfMachines,
    new("priority", new ChoiceShape("dedicated", Low), "`low` is cheap, and nodes may be taken away at any time; fixed at creation.")
    {
        Default = "dedicated",
    },
    new("scale", ScaleShape, "How it grows and shrinks.") { Required = true },
    new(
        "olderThanRegistry",
        new FlagShape(),
        "Whether it was created before the workspace had its registry, or got its system-assigned identity later. Azure assigns `AcrPull` only at creation; the stack does it then.")
    {
        Default = "false",
    },
]))
{
    private const string Low = "low";
    private const int MostNodes = 1000;

    private static readonly ObjectShape ScaleShape = new(
        new Field("min", new IntegerShape(0, MostNodes), "Nodes kept when idle.") { Default = "0" },
        new Field("max", new IntegerShape(1, MostNodes), "Most nodes at a time.") { Required = true },
        new Field("idleTime", new DurationShape(TimeSpan.FromSeconds(1), TimeSpan.FromDays(7)), "How long an idle node stays.")
        {
            Default = "PT2M",
        });

    /// <inheritdoc/>
    public override Compute? Bind(string name, Fields fields, Reference<Workspace> workspace)
    {
        if (fields.Object("scale") is not { } scale || scale.Duration("idleTime") is not { } idleTime)
            return null;
        var azure = AzureFields.Read(name, fields);
        return new TrainingCluster
        {
            Name = name,
            Span = fields.Span,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            Workspace = workspace,
            Description = fields.Text("description"),
            Identity = IdentityFields.Read(fields),
            Size = fields.Text("size"),
            LowPriority = fields.Text("priority") == Low,
            Scale = BindScale(scale, idleTime),
            Subnet = fields.ResourceId("subnet", "Microsoft.Network/virtualNetworks/subnets"),
            PublicIp = fields.Flag("publicIp"),
            OlderThanRegistry = fields.Flag("olderThanRegistry"),
        };
    }

    private static ClusterScale BindScale(Fields fields, TimeSpan idleTime)
    {
        var scale = new ClusterScale((int)fields.Integer("min"), (int)fields.Integer("max"), idleTime);
        if (scale.MaxNodes > 0 && scale.MinNodes > scale.MaxNodes)
            fields.Scope.Diagnostics.Report(AzureDiagnostics.Scale, fields.SpanOf("min"), $"{scale.MinNodes}", $"{scale.MaxNodes}");
        return scale;
    }
}
