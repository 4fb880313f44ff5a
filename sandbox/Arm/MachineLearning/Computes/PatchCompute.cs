using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Changes the scale settings of a cluster, two levels down in the body; everything else in the request is ignored.</summary>
internal sealed class PatchCompute() : ArmOperation(
    "PATCH", MachineLearningTypes.Computes.Route, MachineLearningTypes.Computes.Versions, MachineLearningTypes.Computes.Action("write"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is not { } compute)
            return ArmError.NotFound(request.Target);
        if (arm.Operations.IsBusy(compute.ArmId))
            return ArmError.Conflict("Conflict", $"Another operation is in progress on the compute '{compute.ArmId.Name}'. Retry when it has finished.");

        var body = compute.Open();
        var inner = body.Open("properties").Open("properties");
        if (request.Body.ObjectAt("properties", "properties", "scaleSettings") is { } scale)
        {
            foreach (var (name, value) in scale)
                inner.Open("scaleSettings")[name] = value?.DeepClone();
        }

        body.Open("properties")["provisioningState"] = "Updating";
        var changed = arm.Resources.Write(compute.ArmId, body, request);
        var operation = arm.Operations.Start(compute.ArmId, arm.Sandbox.Options.Delays.ComputeOperation, new Settlement.Succeed());
        return MachineLearningTypes.ComputeWrite.Announce(
            ArmResponse.Ok(MachineLearningTypes.Computes.View(changed, arm)), operation, body.TextAt("location") ?? "global", request, arm.Sandbox);
    }
}
