namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>A role: a name for a set of permissions.</summary>
internal sealed record RoleDefinition
{
    /// <summary>The GUID that is its name in ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name people use, as in <c>AcrPull</c>.</summary>
    public required string RoleName { get; init; }

    /// <summary>Whether Azure made it, not the tenant.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Where it may be assigned: these scopes and all below.</summary>
    public IReadOnlyList<string> AssignableScopes { get; init => field = value ?? ["/"]; } = ["/"];

    /// <summary>What it grants.</summary>
    public IReadOnlyList<RolePermission> Permissions { get; init => field = value ?? []; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedOn { get; init => field = value == default ? DateTimeOffset.UnixEpoch : value; } = DateTimeOffset.UnixEpoch;

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedOn { get; init => field = value == default ? DateTimeOffset.UnixEpoch : value; } = DateTimeOffset.UnixEpoch;

    /// <summary>Whether any of its permissions grants an action.</summary>
    public bool Grants(string action, bool isDataAction) => Permissions.Any(permission => permission.Grants(action, isDataAction));
}
