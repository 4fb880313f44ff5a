namespace Provisioning.Verification.ControlPlane;

/// <summary>A role assignment as Azure has it now.</summary>
/// <param name="Scope">Id of its scope.</param>
/// <param name="RoleDefinitionId">GUID of the role's definition.</param>
/// <param name="CreatedAt">When it was created; null when Azure does not say.</param>
internal sealed record AssignedRole(string Scope, Guid RoleDefinitionId, DateTimeOffset? CreatedAt)
{
    /// <summary>Whether it is the assignment of a role at a scope.</summary>
    public bool Is(Guid role, string scope) => RoleDefinitionId == role && Scope.Equals(scope, StringComparison.OrdinalIgnoreCase);
}
