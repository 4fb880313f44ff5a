namespace Provisioning.Sandbox.Arm.Authorization.Locks;

/// <summary>Reads a lock.</summary>
internal sealed class GetLock() : ArmOperation(
    "GET", AuthorizationTypes.Locks.Route, AuthorizationTypes.Locks.Versions, "Microsoft.Authorization/locks/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        arm.Locks.Find(request.Target) is { } found
            ? ArmResponse.Ok(found.View())
            : new ArmError(404, "LockNotFound", $"There is no lock '{request.Target.Name}' at this scope.");
}
