using Provisioning.Sandbox.Arm.Authorization.Conditions;

namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>
/// Evaluates access as Azure does: any assignment of the principal at the scope or above whose role grants the action is enough, once it
/// is in effect and if its condition holds. Scopes are compared by segment, so <c>rg1</c> is no parent of <c>rg10</c>.
/// </summary>
internal sealed class AccessEvaluator(RoleAssignmentStore assignments, RoleDefinitionStore roles, TimeProvider clock)
{
    /// <summary>The assignment that allows a request, or null when none does.</summary>
    public RoleAssignment? FindGrant(AccessRequest request) => InEffect(request.PrincipalId, request.Scope).FirstOrDefault(assignment =>
        roles.Find(assignment.RoleId) is { } role
        && role.Grants(request.Action, request.IsDataAction)
        && (assignment.Condition is null || Condition.Parse(assignment.Condition).Holds(request)));

    /// <summary>The permissions of every role that a principal has at a scope, conditions aside, in the order of the assignments' names.</summary>
    public IEnumerable<RolePermission> PermissionsOf(Guid principalId, ArmId scope) => InEffect(principalId, scope)
        .OrderBy(assignment => assignment.Name)
        .SelectMany(assignment => roles.Find(assignment.RoleId)?.Permissions ?? []);

    /// <summary>Whether a principal may carry out a control action on a scope.</summary>
    public bool Allows(Guid principalId, string action, ArmId scope) =>
        FindGrant(new AccessRequest(principalId, action, scope)) is not null;

    /// <summary>Whether a principal may carry out a data action on a scope.</summary>
    public bool AllowsData(Guid principalId, string action, ArmId scope) =>
        FindGrant(new AccessRequest(principalId, action, scope) { IsDataAction = true }) is not null;

    private IEnumerable<RoleAssignment> InEffect(Guid principalId, ArmId scope)
    {
        var now = clock.GetUtcNow();
        return assignments.OfPrincipal(principalId).Where(assignment => assignment.EffectiveAt <= now && scope.IsWithin(assignment.ScopeId));
    }
}
