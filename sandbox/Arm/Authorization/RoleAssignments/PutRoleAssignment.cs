using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Arm.Authorization.RoleAssignments;

/// <summary>
/// Gives a principal a role at a scope. The name must be new in the tenant, and so must be the triple of scope, principal and role; of an
/// assignment that exists only description and condition can change.
/// </summary>
internal sealed class PutRoleAssignment() : ArmOperation(
    "PUT",
    AuthorizationTypes.RoleAssignments.Route,
    AuthorizationTypes.RoleAssignments.Versions,
    "Microsoft.Authorization/roleAssignments/write")
{
    private const int LimitPerSubscription = 4000;

    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var (draft, refusal) = RoleAssignmentDraft.Read(request, arm);
        if (draft is null)
            return refusal ?? throw new InvalidOperationException("A draft is missing without a reason.");

        return arm.Assignments.Find(draft.Name) is { } existing
            ? Update(existing, draft, request, arm)
            : Create(draft, request, arm);
    }

    private static ArmResponse Update(RoleAssignment existing, RoleAssignmentDraft draft, ArmRequest request, ArmWorld arm)
    {
        if (existing.PrincipalId != draft.PrincipalId || existing.RoleId != draft.Role.Id || !existing.ScopeId.Equals(draft.Scope))
        {
            return ArmError.BadRequest(
                "RoleAssignmentUpdateNotPermitted",
                "The name belongs to an assignment of another principal, role or scope, and these cannot change. Delete it or use a new name.");
        }

        var updated = existing with
        {
            Description = request.Body.TextAt("properties", "description"),
            Condition = request.Body.TextAt("properties", "condition"),
            ConditionVersion = request.Body.TextAt("properties", "conditionVersion"),
            UpdatedOn = request.At,
            UpdatedBy = request.Caller.ObjectId,
        };
        arm.Assignments.Put(updated);
        return ArmResponse.Ok(RoleAssignmentView.Of(updated));
    }

    private static ArmResponse Create(RoleAssignmentDraft draft, ArmRequest request, ArmWorld arm)
    {
        if (arm.Assignments.Find(draft.Scope, draft.PrincipalId, draft.Role.Id) is { } same)
        {
            return ArmError.Conflict(
                "RoleAssignmentExists",
                $"The principal has this role at this scope already, by the assignment {same.Name:N}.");
        }

        if (CheckPrincipal(draft, arm) is { } refusal)
            return refusal;
        if (arm.Assignments.CountIn(arm.SubscriptionOf(draft.Scope)) >= LimitPerSubscription)
            return ArmError.BadRequest("RoleAssignmentLimitExceeded", "No more role assignments can be created.");

        var assignment = new RoleAssignment
        {
            Name = draft.Name,
            Scope = (arm.Resources.Find(draft.Scope)?.ArmId ?? draft.Scope).Value,
            RoleId = draft.Role.Id,
            RoleDefinitionId = arm.SubscriptionOf(draft.Scope).Append($"providers/{AuthorizationTypes.RoleDefinitions.Name}/{draft.Role.Id}").Value,
            PrincipalId = draft.PrincipalId,
            PrincipalType = draft.PrincipalType ?? "ServicePrincipal",
            Description = request.Body.TextAt("properties", "description"),
            Condition = request.Body.TextAt("properties", "condition"),
            ConditionVersion = request.Body.TextAt("properties", "conditionVersion"),
            DelegatedManagedIdentityResourceId = request.Body.TextAt("properties", "delegatedManagedIdentityResourceId"),
            CreatedOn = request.At,
            CreatedBy = request.Caller.ObjectId,
            UpdatedOn = request.At,
            UpdatedBy = request.Caller.ObjectId,
            EffectiveAt = request.At + arm.Sandbox.Options.Delays.RoleAssignmentEffect,
        };
        arm.Assignments.Put(assignment);
        return ArmResponse.CreatedOrOk(isNew: true, RoleAssignmentView.Of(assignment));
    }

    /// <summary>
    /// Without <c>principalType</c> the service looks the principal up in a replica of the directory, where a new one shows late. With
    /// <c>ServicePrincipal</c> it trusts the caller on that, and only a principal that does not exist is refused.
    /// </summary>
    private static ArmError? CheckPrincipal(RoleAssignmentDraft draft, ArmWorld arm)
    {
        var isServicePrincipal = string.Equals(draft.PrincipalType, "ServicePrincipal", StringComparison.OrdinalIgnoreCase);
        ServicePrincipal? principal = isServicePrincipal
            ? arm.Directory.FindServicePrincipal(draft.PrincipalId)
            : arm.Directory.FindReplicatedServicePrincipal(draft.PrincipalId);
        if (principal is null)
        {
            return ArmError.BadRequest(
                "PrincipalNotFound",
                $"The directory {arm.Directory.TenantId} does not show a principal {draft.PrincipalId:N}. If it is new, give its principalType or wait for its replication.");
        }

        return isServicePrincipal || draft.PrincipalType is null
            ? null
            : ArmError.BadRequest(
                "UnmatchedPrincipalType",
                $"The principal {draft.PrincipalId} is a ServicePrincipal, not a {draft.PrincipalType}.");
    }
}
