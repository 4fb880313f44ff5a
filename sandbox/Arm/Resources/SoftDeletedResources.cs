using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.Resources;

/// <summary>Deleted vaults and workspaces that keep their names until they are purged or their time is over.</summary>
internal sealed class SoftDeletedResources(SandboxContext sandbox, NameReservations names)
{
    private readonly WorldTable<SoftDeletedResource> _table = sandbox.World.Table<SoftDeletedResource>("softDeleted");

    /// <summary>All of them.</summary>
    public IReadOnlyList<SoftDeletedResource> All() => [.. _table.All().Select(entry => Current(entry.Resource.ArmId)).OfType<SoftDeletedResource>()];

    /// <summary>The deleted resource of an id, or null.</summary>
    public SoftDeletedResource? Find(ArmId id) => Current(id);

    /// <summary>Keeps a resource that was just deleted.</summary>
    public void Add(ArmResource resource, TimeSpan retention) =>
        _table.Put(resource.ArmId.Key, new SoftDeletedResource(resource, sandbox.Now, sandbox.Now + retention));

    /// <summary>Forgets a deleted resource for good and frees its name.</summary>
    public void Purge(ArmId id)
    {
        _table.Remove(id.Key);
        names.Release(id);
    }

    /// <summary>Takes a deleted resource out, for its return. Its name stays taken.</summary>
    public ArmResource? Recover(ArmId id)
    {
        var found = Current(id)?.Resource;
        _table.Remove(id.Key);
        return found;
    }

    private SoftDeletedResource? Current(ArmId id)
    {
        if (!_table.TryGet(id.Key, out var entry))
            return null;
        if (entry.PurgeAt > sandbox.Now)
            return entry;

        Purge(id);
        return null;
    }
}
