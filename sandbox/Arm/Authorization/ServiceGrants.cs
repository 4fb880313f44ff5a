namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>Role assignments that a service makes for its own identities.</summary>
internal static class ServiceGrants
{
    /// <summary>Gives a principal a role at a scope, unless it has it there.</summary>
    public static void Give(Guid principal, Guid role, ArmId scope, ArmRequest request, ArmWorld arm)
    {
        if (arm.Assignments.Find(scope, principal, role) is not null)
            return;

        arm.Assignments.Put(new RoleAssignment
        {
            Name = arm.Sandbox.Random.NewGuid(),
            Scope = scope.Value,
            RoleId = role,
            RoleDefinitionId = arm.SubscriptionOf(scope).Append($"providers/{AuthorizationTypes.RoleDefinitions.Name}/{role}").Value,
            PrincipalId = principal,
            PrincipalType = "ServicePrincipal",
            CreatedOn = request.At,
            CreatedBy = request.Caller.ObjectId,
            UpdatedOn = request.At,
            UpdatedBy = request.Caller.ObjectId,
            EffectiveAt = request.At + arm.Sandbox.Options.Delays.RoleAssignmentEffect,
        });
    }
}
