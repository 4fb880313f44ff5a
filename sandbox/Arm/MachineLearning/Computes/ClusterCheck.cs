using Provisioning.Sandbox.Arm.ContainerService;
using Provisioning.Sandbox.Arm.Kubernetes;
using Provisioning.Sandbox.Arm.ManagedIdentity;
using Provisioning.Sandbox.Arm.Operations;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Whether a Kubernetes cluster can be attached: it is there, in the subscription, and runs the machine learning extension.</summary>
internal static class ClusterCheck
{
    private const string Extension = "Microsoft.AzureML.Kubernetes";
    private const string AdminCredential = "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action";

    /// <summary>Why the cluster of a draft cannot be attached, or null.</summary>
    public static ArmError? Check(Draft draft, ArmWorld arm)
    {
        const string target = "properties.resourceId";
        if (draft.Properties.IdAt("resourceId") is not { } id
            || !(id.IsOfType(KubernetesTypes.ConnectedClusters.Name) || id.IsOfType(ContainerServiceTypes.ManagedClusters.Name)))
        {
            return ArmError.Invalid($"'{draft.Properties.TextAt("resourceId")}' is not the id of a managed or a connected cluster.", target);
        }

        if (!string.Equals(id.SubscriptionId, draft.Id.SubscriptionId, StringComparison.OrdinalIgnoreCase))
            return ArmError.Invalid($"The cluster '{id}' must be in the subscription of the workspace.", target);
        if (arm.Resources.Find(id) is null)
            return ArmError.BadRequest("ClusterNotFound", $"The cluster '{id}' was not found.", target);
        if (draft.Body.TextAt("properties", "computeType") is ComputeKinds.LegacyKubernetes)
            return null;
        if (!arm.Resources.ChildrenOf(id, KubernetesTypes.Extensions).Any(IsReady))
            return ArmError.BadRequest("ExtensionNotInstalled", $"The extension '{Extension}' is not installed on the cluster '{id}'. Install it, then attach the cluster.", target);
        return CheckWorkspaceIdentity(draft.Id.Parent, id, arm);
    }

    private static bool IsReady(ArmResource extension) =>
        extension.Open().ObjectAt("properties") is { } properties
        && properties.TextAt("extensionType") is Extension
        && properties.TextAt("provisioningState") is "Succeeded";

    /// <summary>A workspace with a user-assigned identity reaches into a managed cluster by that identity's own roles.</summary>
    private static ArmError? CheckWorkspaceIdentity(ArmId workspace, ArmId cluster, ArmWorld arm)
    {
        var primary = arm.Resources.Find(workspace)?.Open().IdAt("properties", "primaryUserAssignedIdentity");
        if (!cluster.IsOfType(ContainerServiceTypes.ManagedClusters.Name)
            || arm.Resources.Find(primary, ManagedIdentityTypes.UserAssignedIdentities) is not { } identity)
        {
            return null;
        }

        var principal = Guid.Parse(identity.Open().TextAt("properties", "principalId") ?? "");
        return arm.Access.Allows(principal, AdminCredential, cluster)
            ? null
            : ArmError.Invalid($"The role check of the cluster '{cluster}' failed: the identity '{identity.Id}' of the workspace needs the role Azure Kubernetes Service Cluster Admin Role on it.", "properties.resourceId");
    }
}
