namespace Provisioning.Sandbox.Arm.Authorization.RoleAssignments;

/// <summary>A role assignment as a request describes it, with its form checked.</summary>
/// <param name="Name">The GUID in the path.</param>
/// <param name="Scope">Where it shall hold.</param>
/// <param name="Role">The role.</param>
/// <param name="PrincipalId">Who shall have the role.</param>
/// <param name="PrincipalType">What the caller says the principal is, or null.</param>
internal sealed record RoleAssignmentDraft(
    Guid Name,
    ArmId Scope,
    RoleDefinition Role,
    Guid PrincipalId,
    string? PrincipalType)
{
    /// <summary>Reads a request.</summary>
    /// <returns>The draft, or why the request is refused.</returns>
    public static (RoleAssignmentDraft? Draft, ArmError? Refusal) Read(ArmRequest request, ArmWorld arm)
    {
        if (!Guid.TryParse(request.Target.Name, out var name))
            return Refuse("InvalidRoleAssignmentId", $"The name of a role assignment must be a GUID; '{request.Target.Name}' is none.");

        var properties = request.Body.ObjectAt("properties");
        if (properties.TextAt("principalId") is not { } principal || !Guid.TryParse(principal, out var principalId))
            return Refuse("InvalidPrincipalId", $"The principal id '{properties.TextAt("principalId")}' is not valid. It must be a GUID: the object id, not a name.");
        if (arm.Roles.Find(properties.TextAt("roleDefinitionId")) is not { } role)
            return Refuse("RoleDefinitionDoesNotExist", $"There is no role definition '{properties.TextAt("roleDefinitionId")}'.");
        if (properties.TextAt("condition") is null != (properties.TextAt("conditionVersion") is null))
            return Refuse("BadRequestFormat", "A condition and its version are given both or not at all.");
        if (properties.TextAt("condition") is { } condition && Conditions.Condition.Check(condition) is { } fault)
            return Refuse("InvalidConditionSyntax", $"The condition is not valid: {fault}");

        var scope = request.Target.Parent;
        if (!role.AssignableScopes.Any(assignable => scope.IsWithin(assignable is "/" ? ArmId.Root : ArmId.Parse(assignable))))
            return Refuse("RoleAssignmentScopeNotAssignableToRoleDefinition", $"The role '{role.RoleName}' cannot be assigned at '{scope}'.");

        return (new RoleAssignmentDraft(name, scope, role, principalId, properties.TextAt("principalType")), null);
    }

    private static (RoleAssignmentDraft?, ArmError?) Refuse(string code, string message) => (null, ArmError.BadRequest(code, message));
}
