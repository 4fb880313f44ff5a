namespace Provisioning.Sandbox.Arm.Authorization.Locks;

/// <summary>Lists the locks at a scope and below.</summary>
internal sealed class ListLocks() : ArmOperation(
    "GET", AuthorizationTypes.Locks.CollectionRoute, AuthorizationTypes.Locks.Versions, "Microsoft.Authorization/locks/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        Page.Of(arm.Locks.Within(request.Target).Select(one => one.View()), request, arm);
}
