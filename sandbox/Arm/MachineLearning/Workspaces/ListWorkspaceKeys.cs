using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>Names the storage account of a workspace. Keys are not part of the sandbox: workloads use identities.</summary>
internal sealed class ListWorkspaceKeys() : ArmOperation(
    "POST", MachineLearningTypes.Workspaces.Route + "/listKeys", MachineLearningTypes.Workspaces.Versions, MachineLearningTypes.Workspaces.Action("listKeys/action"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        arm.Resources.Find(request.Target) is { } workspace
            ? ArmResponse.Ok(new JsonObject { ["userStorageResourceId"] = workspace.Open().TextAt("properties", "storageAccount") })
            : ArmError.NotFound(request.Target);
}
