using Provisioning.Sandbox.Arm.Operations;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>
/// Deletes a compute, or detaches one that stands on a cluster of its own: the query must say which. Asking to delete an attached
/// cluster deletes the cluster itself.
/// </summary>
internal sealed class DeleteCompute() : DeleteResource(MachineLearningTypes.Computes, MachineLearningTypes.ComputeAction)
{
    private const string Parameter = "underlyingResourceAction";

    /// <inheritdoc/>
    public override ArmError Busy(ArmRequest request) =>
        ArmError.Conflict("Conflict", $"Another operation is in progress on the compute '{request.Target.Name}'. Retry when it has finished.");

    /// <inheritdoc/>
    protected override ArmError? Refuse(ArmRequest request, ArmResource resource, ArmWorld arm)
    {
        var action = request.Query.GetValueOrDefault(Parameter);
        if (action is not ("Delete" or "Detach"))
            return ArmError.Invalid($"The query parameter '{Parameter}' must be 'Delete' or 'Detach'.", Parameter);

        var properties = resource.Open().ObjectAt("properties");
        var isAttached = properties.FlagAt("isAttachedCompute") is true;
        if (action is "Detach" && !isAttached)
            return ArmError.Invalid($"The compute '{resource.ArmId.Name}' is not attached and cannot be detached. Delete it.", Parameter);
        if (action is "Delete" && isAttached && properties.IdAt("resourceId") is { } cluster)
            arm.Removal.Remove(cluster);
        return null;
    }

    /// <inheritdoc/>
    protected override TimeSpan Takes(ArmWorld arm) => arm.Sandbox.Options.Delays.ComputeOperation;
}
