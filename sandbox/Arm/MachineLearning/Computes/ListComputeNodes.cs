using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Lists the nodes of a cluster; the sandbox runs no jobs, so there are none.</summary>
internal sealed class ListComputeNodes() : ArmOperation(
    "POST",
    MachineLearningTypes.Computes.Route + "/listNodes",
    MachineLearningTypes.Computes.Versions,
    MachineLearningTypes.Computes.Action("listNodes/action"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        arm.Resources.Find(request.Target) is null
            ? ArmError.NotFound(request.Target)
            : ArmResponse.Ok(new JsonObject { ["nodes"] = new JsonArray() });
}
