namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Tells whether a resource group is there.</summary>
internal sealed class CheckResourceGroup() : ArmOperation(
    "HEAD", ArmTypes.ResourceGroups.Route, ArmTypes.ResourceGroups.Versions, ArmTypes.ResourceGroups.Action("read"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        arm.Resources.Find(request.Target) is null ? new ArmResponse(404) : ArmResponse.NoContent;
}
