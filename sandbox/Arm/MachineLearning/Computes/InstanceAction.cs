using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Starts or stops a compute instance, in the background.</summary>
/// <param name="verb">Last segment of the route.</param>
/// <param name="state">State of the instance afterwards.</param>
internal abstract class InstanceAction(string verb, string state) : ArmOperation(
    "POST",
    $"{MachineLearningTypes.Computes.Route}/{verb}",
    MachineLearningTypes.Computes.Versions,
    MachineLearningTypes.Computes.Action($"{verb}/action"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is not { } compute)
            return ArmError.NotFound(request.Target);
        if (compute.Open().TextAt("properties", "computeType") is not ComputeKinds.Instance)
            return ArmError.Invalid($"The compute '{compute.ArmId.Name}' is no compute instance.");
        if (arm.Operations.IsBusy(compute.ArmId))
            return ArmError.Conflict("Conflict", $"Another operation is in progress on the compute '{compute.ArmId.Name}'. Retry when it has finished.");

        arm.Resources.Change(compute.ArmId, body => body.Open("properties").Open("properties")["state"] = state);
        var operation = arm.Operations.Start(compute.ArmId, arm.Sandbox.Options.Delays.ComputeOperation, new Settlement.Succeed());
        return MachineLearningTypes.ComputeAction.Announce(
            new ArmResponse(202), operation, compute.Open().TextAt("location") ?? "global", request, arm.Sandbox);
    }
}
