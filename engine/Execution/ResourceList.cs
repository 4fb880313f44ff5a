using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Execution;

/// <summary>Resources in order, found by key; adding, replacing and removing take constant time.</summary>
internal sealed class ResourceList
{
    private readonly List<ResourceState?> slots = [];
    private readonly Dictionary<ResourceKey, int> index = [];

    /// <summary>What is in the list, in order.</summary>
    public IEnumerable<ResourceState> Resources => slots.OfType<ResourceState>();

    /// <summary>Whether a resource with this key is in the list.</summary>
    public bool Contains(ResourceState resource) => index.ContainsKey(ResourceKey.Of(resource));

    /// <summary>The resource in the list that has the key of another one; null when there is none.</summary>
    public ResourceState? Find(ResourceState resource) => index.TryGetValue(ResourceKey.Of(resource), out var slot) ? slots[slot] : null;

    /// <summary>Appends a resource.</summary>
    public void Add(ResourceState resource)
    {
        index[ResourceKey.Of(resource)] = slots.Count;
        slots.Add(resource);
    }

    /// <summary>
    /// Adds a resource before others of its URN, which it replaces, so that it keeps before what refers to that; at the end when
    /// there are none. Takes linear time.
    /// </summary>
    public void AddBeforeReplaced(ResourceState resource)
    {
        var place = slots.FindIndex(other => other?.Urn == resource.Urn);
        if (place < 0)
        {
            Add(resource);
            return;
        }

        slots.Insert(place, resource);
        for (var slot = place; slot < slots.Count; slot++)
        {
            if (slots[slot] is { } moved)
                index[ResourceKey.Of(moved)] = slot;
        }
    }

    /// <summary>Removes a resource; nothing happens when it is not in the list.</summary>
    public void Remove(ResourceState resource)
    {
        if (index.Remove(ResourceKey.Of(resource), out var slot))
            slots[slot] = null;
    }

    /// <summary>Puts a resource in the place of another one, or at the end when that one is not in the list.</summary>
    public void Replace(ResourceState before, ResourceState after)
    {
        if (!index.Remove(ResourceKey.Of(before), out var slot))
        {
            Add(after);
            return;
        }

        slots[slot] = after;
        index[ResourceKey.Of(after)] = slot;
    }
}
