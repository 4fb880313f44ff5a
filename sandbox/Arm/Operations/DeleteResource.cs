using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.Operations;

/// <summary>Deletes one resource with everything below it: 204 when it is not there, else at once or in the background.</summary>
/// <param name="type">Its type.</param>
/// <param name="polling">How to follow the deletion, or null when it is done at once.</param>
internal abstract class DeleteResource(ArmResourceType type, Polling? polling = null)
    : ArmOperation("DELETE", type.Route, type.Versions, type.Action("delete"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is not { } resource)
            return ArmResponse.NoContent;
        if (arm.Operations.IsBusy(resource.ArmId))
            return Busy(request);
        if (Refuse(request, resource, arm) is { } refusal)
            return refusal;

        if (polling is null)
        {
            arm.Removal.Remove(resource.ArmId);
            return ArmResponse.Empty;
        }

        arm.Resources.Change(resource.ArmId, body => body.Open("properties")["provisioningState"] = "Deleting");
        var operation = arm.Operations.Start(resource.ArmId, Takes(arm), new Settlement.Remove());
        return polling.Announce(new ArmResponse(202), operation, resource.Open().TextAt("location") ?? "global", request, arm.Sandbox);
    }

    /// <summary>Why the provider does not delete the resource, or null.</summary>
    protected virtual ArmError? Refuse(ArmRequest request, ArmResource resource, ArmWorld arm) => null;

    /// <summary>How long the deletion takes when it is done in the background.</summary>
    protected virtual TimeSpan Takes(ArmWorld arm) => TimeSpan.Zero;
}
