using System.Collections.Immutable;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary>Keys that several kinds of compute have.</summary>
internal static class ComputeFields
{
    /// <summary>Resource type of every compute.</summary>
    public const string ResourceType = "Microsoft.MachineLearningServices/workspaces/computes";

    /// <summary>Which kind it is.</summary>
    public static Field Kind { get; } = new(
        "kind",
        new ChoiceShape("cluster", "instance", "kubernetes", "aks"),
        "An autoscaling training cluster, a notebook instance of one user, or an attached Kubernetes cluster (`aks`: of the first generation).")
    {
        OfCreated = true,
        Required = true,
    };

    /// <summary>Its workspace.</summary>
    public static Field Workspace { get; } = new("workspace", TextShapes.Reference("a workspace"), "The workspace it belongs to.")
    {
        Required = true,
    };

    /// <summary>The keys of every compute to create.</summary>
    public static ImmutableArray<Field> OfEveryKind { get; } =
    [
        Kind,
        Workspace,
        .. AzureFields.Declare("a compute", AzureNames.Compute).Where(field => field.Key != ObjectShape.Existing),
        new("description", TextShapes.Any, "Description shown in the studio."),
    ];

    /// <summary>The keys of computes that Azure ML makes machines for.</summary>
    public static ImmutableArray<Field> OfMachines { get; } =
    [
        new("size", TextShapes.MachineSize, "Virtual machine size; fixed at creation.") { Required = true },
        new("subnet", TextShapes.ResourceId, "Id of the subnet that machines join; fixed at creation.")
        {
            Otherwise = "Azure ML's own network",
        },
        new("publicIp", new FlagShape(), "Whether machines have public addresses; fixed at creation.") { Default = "true" },
    ];

    /// <summary>The key of the attached cluster.</summary>
    public static Field Cluster { get; } = new("cluster", TextShapes.Reference("a cluster"), "The cluster to attach.") { Required = true };
}
