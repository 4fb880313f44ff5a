namespace Provisioning.Sandbox.Arm.Authorization.RoleAssignments;

/// <summary>Takes a role away; refused when nobody could repair a subscription's access afterwards.</summary>
internal sealed class DeleteRoleAssignment() : ArmOperation(
    "DELETE",
    AuthorizationTypes.RoleAssignments.Route,
    AuthorizationTypes.RoleAssignments.Versions,
    "Microsoft.Authorization/roleAssignments/delete")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (!Guid.TryParse(request.Target.Name, out var name)
            || arm.Assignments.Find(name) is not { } assignment
            || !assignment.ScopeId.Equals(request.Target.Parent))
        {
            return ArmResponse.NoContent;
        }

        if (IsLastAdministrator(assignment, arm))
            return ArmError.Invalid("The last role assignment that administers the subscription cannot be deleted.");

        arm.Assignments.Remove(assignment);
        return ArmResponse.Ok(RoleAssignmentView.Of(assignment));
    }

    private static bool IsLastAdministrator(RoleAssignment assignment, ArmWorld arm) =>
        Administers(assignment) && !arm.Assignments.All().Any(other =>
            other.Name != assignment.Name && Administers(other) && assignment.ScopeId.IsWithin(other.ScopeId));

    private static bool Administers(RoleAssignment assignment) =>
        BuiltInRoles.Administrators.Contains(assignment.RoleId) && assignment.ScopeId.ResourceGroup is null;
}
