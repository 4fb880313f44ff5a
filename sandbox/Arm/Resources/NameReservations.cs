using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.Resources;

/// <summary>
/// Names that are unique beyond their resource group: accounts, registries and vaults everywhere, computes in a region. A resource
/// holds its name until it is removed for good.
/// </summary>
internal sealed class NameReservations(SandboxWorld world)
{
    private readonly WorldTable<NameReservation> _table = world.Table<NameReservation>("names");

    /// <summary>The resource that holds a name, or null when it is free.</summary>
    /// <param name="space">What the name must be unique in, such as a resource type.</param>
    /// <param name="name">The name; compared without case.</param>
    public ArmId? Holder(string space, string name) => _table.Find(Key(space, name)) is { } held ? ArmId.Parse(held.Holder) : null;

    /// <summary>Takes a name for a resource.</summary>
    public void Take(string space, string name, ArmId holder)
    {
        _table.Put(Key(space, name), new NameReservation(holder.Value));
        _table.Put(holder.Key, new NameReservation(Key(space, name)));
    }

    /// <summary>Frees the name a resource holds, if it holds one.</summary>
    public void Release(ArmId holder)
    {
        if (_table.Find(holder.Key) is not { } held)
            return;
        _table.Remove(held.Holder);
        _table.Remove(holder.Key);
    }

    private static string Key(string space, string name) => $"{space}/{name}";
}
