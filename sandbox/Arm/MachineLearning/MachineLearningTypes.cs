using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.MachineLearning;

/// <summary>The types of <c>Microsoft.MachineLearningServices</c>, and where their operations are followed.</summary>
internal static class MachineLearningTypes
{
    private const string Namespace = "Microsoft.MachineLearningServices";
    private const string Locations = ArmResourceType.SubscriptionRoute + "/providers/" + Namespace + "/locations/{location}/";

    private static readonly ApiVersions Versions = ApiVersions.Of(
        "2022-10-01", "2023-04-01", "2023-10-01", "2024-01-01-preview", "2024-04-01", "2024-10-01", "2025-06-01", "2025-09-01", "2025-12-01", "2026-03-01", "2026-05-01");

    private static readonly (string Type, string Parameter) WorkspaceSegment = ("workspaces", "workspaceName");

    /// <summary>Workspaces. A deleted one can come back for 14 days and blocks its name.</summary>
    public static ArmResourceType Workspaces { get; } = new(Namespace, [WorkspaceSegment], Versions, "^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$")
    {
        HasSystemData = true,
        SoftDeletion = TimeSpan.FromDays(14),
        ReadOnlyProperties =
        [
            "workspaceId", "tenantId", "provisioningState", "mlFlowTrackingUri", "notebookInfo", "privateLinkCount", "privateEndpointConnections",
            "serviceProvisionedResourceGroup", "storageHnsEnabled", "discoveryUrl",
        ],
    };

    /// <summary>Computes of a workspace; a name must not end in a dash and digits.</summary>
    public static ArmResourceType Computes { get; } = new(
        Namespace,
        [WorkspaceSegment, ("computes", "computeName")],
        Versions,
        @"^[a-zA-Z](?![a-zA-Z0-9-]*-\d+$)[a-zA-Z0-9\-]{2,23}$")
    {
        HasSystemData = true,
        ReadOnlyProperties = ["createdOn", "modifiedOn", "isAttachedCompute", "provisioningState", "provisioningErrors"],
    };

    /// <summary>Connections of a workspace.</summary>
    public static ArmResourceType Connections { get; } = new(
        Namespace, [WorkspaceSegment, ("connections", "connectionName")], Versions, "^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$")
    {
        IsTracked = false,
        HasSystemData = true,
        ReadOnlyProperties = ["group", "createdByWorkspaceArmId"],
    };

    /// <summary>Identities of a workspace.</summary>
    public static IdentityRules WorkspaceIdentity { get; } = new(MaximumUserAssigned: 100, "SystemAssigned,UserAssigned") { RefusesIdleMap = true };

    /// <summary>Identities of a cluster or an attached cluster: the system's or some of the user's.</summary>
    public static IdentityRules ClusterIdentity { get; } = new(MaximumUserAssigned: 100, CombinedType: null) { RefusesIdleMap = true };

    /// <summary>Identities of a compute instance: the system's or one of the user's.</summary>
    public static IdentityRules InstanceIdentity { get; } = new(MaximumUserAssigned: 1, CombinedType: null) { RefusesIdleMap = true };

    /// <summary>Where a workspace's operation is followed; the query says in which manner.</summary>
    public static PollingRoute WorkspaceStatus { get; } = new(Locations + "workspaceOperationsStatus/{operationId}", Versions);

    /// <summary>Where a compute's operation is followed.</summary>
    public static PollingRoute ComputeStatus { get; } = new(Locations + "computeOperationsStatus/{operationId}", Versions) { IsSigned = true };

    /// <summary>Where the outcome of a compute's operation is found.</summary>
    public static PollingRoute ComputeResult { get; } = new(Locations + "computeOperationResults/{operationId}", Versions) { IsSigned = true };

    /// <summary>Headers of a workspace's PUT and PATCH.</summary>
    public static Polling WorkspaceWrite { get; } = new(Status: null, WorkspaceStatus with { Query = "type=location" });

    /// <summary>Headers of a workspace's deletion.</summary>
    public static Polling WorkspaceDeletion { get; } = new(
        WorkspaceStatus with { Query = "type=async" }, WorkspaceStatus with { Query = "type=location" });

    /// <summary>Headers of a compute's PUT and PATCH.</summary>
    public static Polling ComputeWrite { get; } = new(ComputeStatus, Result: null);

    /// <summary>Headers of a compute's deletion and of its actions.</summary>
    public static Polling ComputeAction { get; } = new(ComputeStatus, ComputeResult);
}
