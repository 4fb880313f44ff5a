namespace Provisioning.Sandbox.Arm.Authorization.RoleAssignments;

/// <summary>Lists the role assignments at, above and below a scope, as far as the filter lets them through.</summary>
internal sealed class ListRoleAssignments() : ArmOperation(
    "GET",
    AuthorizationTypes.RoleAssignments.CollectionRoute,
    AuthorizationTypes.RoleAssignments.Versions,
    "Microsoft.Authorization/roleAssignments/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (RoleAssignmentFilter.Parse(request.Query.GetValueOrDefault("$filter")) is not { } filter)
            return ArmError.BadRequest("UnsupportedQuery", $"The filter '{request.Query["$filter"]}' is not supported. Use atScope(), principalId eq or assignedTo().");

        var candidates = filter.PrincipalId is { } principal ? arm.Assignments.OfPrincipal(principal) : arm.Assignments.All();
        return Page.Of(
            candidates.Where(assignment => filter.Shows(assignment, request.Target)).OrderBy(assignment => assignment.Name).Select(RoleAssignmentView.Of),
            request,
            arm);
    }
}
