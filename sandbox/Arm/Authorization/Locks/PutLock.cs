namespace Provisioning.Sandbox.Arm.Authorization.Locks;

/// <summary>Locks a scope.</summary>
internal sealed class PutLock() : ArmOperation(
    "PUT", AuthorizationTypes.Locks.Route, AuthorizationTypes.Locks.Versions, "Microsoft.Authorization/locks/write")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (request.Body.TextAt("properties", "level") is not { } level || level is not ("CanNotDelete" or "ReadOnly"))
            return ArmError.BadRequest("InvalidLockLevel", "The level of a lock is 'CanNotDelete' or 'ReadOnly'.", "properties.level");

        var existing = arm.Locks.Find(request.Target);
        var created = new ManagementLock(existing?.Id ?? request.Target.Value, level, request.Body.TextAt("properties", "notes"));
        arm.Locks.Put(created);
        return ArmResponse.CreatedOrOk(existing is null, created.View());
    }
}
