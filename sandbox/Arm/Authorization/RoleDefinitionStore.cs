using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>The roles of the tenant: Azure's and its own.</summary>
internal sealed class RoleDefinitionStore(SandboxWorld world)
{
    private readonly WorldTable<RoleDefinition> _custom = world.Table<RoleDefinition>("roleDefinitions");

    /// <summary>The role of an id, or null.</summary>
    public RoleDefinition? Find(Guid id) => BuiltInRoles.All.GetValueOrDefault(id) ?? _custom.Find(id.ToString());

    /// <summary>The role a role definition id names, whatever scope it is written with, or null.</summary>
    public RoleDefinition? Find(string? roleDefinitionId) =>
        roleDefinitionId is not null && Guid.TryParse(roleDefinitionId[(roleDefinitionId.LastIndexOf('/') + 1)..], out var id) ? Find(id) : null;

    /// <summary>All roles in the order of their names.</summary>
    public IReadOnlyList<RoleDefinition> All() =>
        [.. BuiltInRoles.All.Values.Concat(_custom.All()).OrderBy(role => role.RoleName, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Stores a role of the tenant.</summary>
    public void Put(RoleDefinition role) => _custom.Put(role.Id.ToString(), role);

    /// <summary>Forgets a role of the tenant.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(Guid id) => _custom.Remove(id.ToString());
}
