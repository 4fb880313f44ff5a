using Provisioning.Sandbox.Arm.Authorization.Locks;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>The management locks of the subscription.</summary>
internal sealed class LockStore(SandboxWorld world)
{
    private readonly WorldTable<ManagementLock> _table = world.Table<ManagementLock>("locks");

    /// <summary>The lock of an id, or null.</summary>
    public ManagementLock? Find(ArmId id) => _table.Find(id.Key);

    /// <summary>The locks at and below a scope, in the order of their ids.</summary>
    public IReadOnlyList<ManagementLock> Within(ArmId scope) =>
        [.. _table.Where(one => one.Scope.IsWithin(scope)).OrderBy(one => one.Id, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Stores a lock.</summary>
    public void Put(ManagementLock one) => _table.Put(ArmId.Parse(one.Id).Key, one);

    /// <summary>Forgets a lock.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(ArmId id) => _table.Remove(id.Key);

    /// <summary>Forgets the locks at a scope and below, as their resource is gone.</summary>
    public void RemoveWithin(ArmId scope)
    {
        foreach (var one in Within(scope))
            Remove(ArmId.Parse(one.Id));
    }

    /// <summary>Why a lock forbids a request, or null. A lock holds for everything below its scope; a deletion also meets the locks below.</summary>
    public ArmError? Check(string method, ArmId target)
    {
        if (method is "GET" or "HEAD" || _table.Count is 0 || target.IsOfType(AuthorizationTypes.Locks.Name))
            return null;

        var inForce = method is "DELETE"
            ? _table.Where(one => target.IsWithin(one.Scope) || one.Scope.IsWithin(target))
            : _table.Where(one => one.IsReadOnly && target.IsWithin(one.Scope));
        if (inForce.Count is 0)
            return null;

        var action = method is "DELETE" ? "deletion" : "write";
        var scopes = string.Join(", ", inForce.Select(one => $"'{one.Scope}'"));
        return ArmError.Conflict(
            "ScopeLocked",
            $"The {action} on '{target}' is forbidden by locks on {scopes}. Remove them, then try again.");
    }
}
