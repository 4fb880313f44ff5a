using System.Text.Json.Serialization;

namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>A role given to a principal at a scope.</summary>
internal sealed record RoleAssignment
{
    /// <summary>The GUID that is its name; unique in the tenant.</summary>
    public required Guid Name { get; init; }

    /// <summary>Where it holds: this scope and all below.</summary>
    public required string Scope { get; init; }

    /// <summary>The role.</summary>
    public required Guid RoleId { get; init; }

    /// <summary>The role's full id, in the form in which answers show it.</summary>
    public required string RoleDefinitionId { get; init; }

    /// <summary>Object id of who has the role.</summary>
    public required Guid PrincipalId { get; init; }

    /// <summary><c>ServicePrincipal</c>, <c>User</c>, <c>Group</c>.</summary>
    public required string PrincipalType { get; init; }

    /// <summary>Free text, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Condition on the request for the role to hold, or null.</summary>
    public string? Condition { get; init; }

    /// <summary>Version of the condition's language, <c>2.0</c>, or null.</summary>
    public string? ConditionVersion { get; init; }

    /// <summary>Identity of another tenant it is delegated to, or null.</summary>
    public string? DelegatedManagedIdentityResourceId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedOn { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedOn { get; init; }

    /// <summary>Who changed it last.</summary>
    public required Guid UpdatedBy { get; init; }

    /// <summary>From when on services honour it.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary>The scope as id.</summary>
    [JsonIgnore]
    public ArmId ScopeId => Scope is "/" ? ArmId.Root : ArmId.Parse(Scope);
}
