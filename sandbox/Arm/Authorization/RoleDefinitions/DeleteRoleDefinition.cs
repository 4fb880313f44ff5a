namespace Provisioning.Sandbox.Arm.Authorization.RoleDefinitions;

/// <summary>Deletes a role of the tenant that nobody has.</summary>
internal sealed class DeleteRoleDefinition() : ArmOperation(
    "DELETE",
    AuthorizationTypes.RoleDefinitions.Route,
    AuthorizationTypes.RoleDefinitions.Versions,
    "Microsoft.Authorization/roleDefinitions/delete")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Roles.Find(request.Target.Name) is not { } role)
            return ArmResponse.NoContent;
        if (role.IsBuiltIn)
            return ArmError.BadRequest("RoleDefinitionUpdateNotPermitted", "Built-in roles cannot be deleted.");
        if (arm.Assignments.All().Any(assignment => assignment.RoleId == role.Id))
            return ArmError.BadRequest("RoleDefinitionHasAssignments", $"The role '{role.RoleName}' is assigned. Delete its assignments first.");

        arm.Roles.Remove(role.Id);
        return ArmResponse.Ok(RoleDefinitionView.Of(role, arm.SubscriptionOf(request.Target)));
    }
}
