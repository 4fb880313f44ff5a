using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>The role assignments of the tenant, by name and by principal. Guarded by Resource Manager's lock.</summary>
internal sealed class RoleAssignmentStore
{
    private readonly WorldTable<RoleAssignment> _table;
    private readonly Dictionary<Guid, HashSet<Guid>> _namesByPrincipal = [];

    /// <summary>Takes up the assignments a former run left.</summary>
    public RoleAssignmentStore(SandboxWorld world)
    {
        _table = world.Table<RoleAssignment>("roleAssignments");
        foreach (var assignment in _table.All())
            Index(assignment);
    }

    /// <summary>How many there are in a subscription.</summary>
    public int CountIn(ArmId subscription) => _table.Where(assignment => assignment.ScopeId.IsWithin(subscription)).Count;

    /// <summary>The assignment of a name, at whatever scope, or null.</summary>
    public RoleAssignment? Find(Guid name) => _table.Find(name.ToString());

    /// <summary>The assignment of a role to a principal at exactly a scope, or null.</summary>
    public RoleAssignment? Find(ArmId scope, Guid principalId, Guid roleId) =>
        OfPrincipal(principalId).FirstOrDefault(assignment => assignment.RoleId == roleId && assignment.ScopeId.Equals(scope));

    /// <summary>All assignments.</summary>
    public IReadOnlyList<RoleAssignment> All() => _table.All();

    /// <summary>The assignments of a principal.</summary>
    public IEnumerable<RoleAssignment> OfPrincipal(Guid principalId) =>
        _namesByPrincipal.GetValueOrDefault(principalId, []).Select(Find).OfType<RoleAssignment>();

    /// <summary>Stores an assignment.</summary>
    public void Put(RoleAssignment assignment)
    {
        _table.Put(assignment.Name.ToString(), assignment);
        Index(assignment);
    }

    /// <summary>Forgets an assignment.</summary>
    public void Remove(RoleAssignment assignment)
    {
        _table.Remove(assignment.Name.ToString());
        if (_namesByPrincipal.TryGetValue(assignment.PrincipalId, out var names) && names.Remove(assignment.Name) && names.Count is 0)
            _namesByPrincipal.Remove(assignment.PrincipalId);
    }

    /// <summary>Forgets the assignments at a scope and below, as their resource is gone.</summary>
    public void RemoveWithin(ArmId scope)
    {
        foreach (var assignment in _table.Where(assignment => assignment.ScopeId.IsWithin(scope)))
            Remove(assignment);
    }

    private void Index(RoleAssignment assignment)
    {
        if (!_namesByPrincipal.TryGetValue(assignment.PrincipalId, out var names))
            _namesByPrincipal.Add(assignment.PrincipalId, names = []);
        names.Add(assignment.Name);
    }
}
