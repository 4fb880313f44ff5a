namespace Provisioning.Sandbox.Arm.Authorization.RoleAssignments;

/// <summary>Reads a role assignment at its scope.</summary>
internal sealed class GetRoleAssignment() : ArmOperation(
    "GET",
    AuthorizationTypes.RoleAssignments.Route,
    AuthorizationTypes.RoleAssignments.Versions,
    "Microsoft.Authorization/roleAssignments/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        Guid.TryParse(request.Target.Name, out var name)
        && arm.Assignments.Find(name) is { } assignment
        && assignment.ScopeId.Equals(request.Target.Parent)
            ? ArmResponse.Ok(RoleAssignmentView.Of(assignment))
            : new ArmError(404, "RoleAssignmentNotFound", $"There is no role assignment '{request.Target.Name}' at this scope.");
}
