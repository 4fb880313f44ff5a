namespace Provisioning.Sandbox.Arm.Authorization.Locks;

/// <summary>Removes a lock.</summary>
internal sealed class DeleteLock() : ArmOperation(
    "DELETE", AuthorizationTypes.Locks.Route, AuthorizationTypes.Locks.Versions, "Microsoft.Authorization/locks/delete")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        arm.Locks.Remove(request.Target) ? ArmResponse.Empty : ArmResponse.NoContent;
}
