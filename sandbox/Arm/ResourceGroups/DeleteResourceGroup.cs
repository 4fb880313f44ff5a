using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Deletes a resource group with everything in it, in the background.</summary>
internal sealed class DeleteResourceGroup() : ArmOperation(
    "DELETE", ArmTypes.ResourceGroups.Route, ArmTypes.ResourceGroups.Versions, ArmTypes.ResourceGroups.Action("delete"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is not { } group)
            return ArmError.GroupNotFound(request.Target.Name);

        arm.Resources.Change(group.ArmId, body => body.Open("properties")["provisioningState"] = "Deleting");
        var operation = arm.Operations.Start(group.ArmId, arm.Sandbox.Options.Delays.ResourceGroupDeletion, new Settlement.Remove());
        return ResourceGroupPolling.Deletion.Announce(new ArmResponse(202), operation, "global", request, arm.Sandbox);
    }
}
