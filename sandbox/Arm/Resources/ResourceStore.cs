using System.Text.Json.Nodes;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.Resources;

/// <summary>The resources of the subscription, resource groups included, by id and by what contains them. Guarded by Resource Manager's lock.</summary>
internal sealed class ResourceStore
{
    private readonly WorldTable<ArmResource> _table;
    private readonly Dictionary<ArmId, SortedDictionary<string, ArmId>> _children = [];

    /// <summary>Takes up the resources a former run left.</summary>
    public ResourceStore(SandboxWorld world)
    {
        _table = world.Table<ArmResource>("resources");
        foreach (var resource in _table.All())
            Index(resource.ArmId);
    }

    /// <summary>The resource of an id, or null.</summary>
    public ArmResource? Find(ArmId id) => _table.Find(id.Key);

    /// <summary>The resource of an id if it is of a type, or null.</summary>
    public ArmResource? Find(ArmId? id, ArmResourceType type) => id is not null && id.IsOfType(type.Name) ? Find(id) : null;

    /// <summary>Everything below an id in the order of the ids, containers before their content. The thing itself is left out.</summary>
    public IReadOnlyList<ArmResource> Below(ArmId scope)
    {
        var found = new List<ArmResource>();
        Collect(scope, found);
        return found;
    }

    /// <summary>The resources of a type directly in a container, in the order of their ids.</summary>
    public IReadOnlyList<ArmResource> ChildrenOf(ArmId container, ArmResourceType type) =>
    [
        .. (_children.GetValueOrDefault(container)?.Values ?? Enumerable.Empty<ArmId>())
            .Where(id => id.IsOfType(type.Name))
            .Select(Find)
            .OfType<ArmResource>(),
    ];

    /// <summary>Stores a body under an id: a new resource, or the next revision of the one there.</summary>
    /// <param name="id">The id; its casing counts only for a new resource.</param>
    /// <param name="body">What a GET shall show.</param>
    /// <param name="request">Who writes, and when.</param>
    /// <param name="secrets">What a GET shall not show; null keeps what is there.</param>
    public ArmResource Write(ArmId id, JsonObject body, ArmRequest request, JsonObject? secrets = null)
    {
        var existing = Find(id);
        var resource = new ArmResource
        {
            Id = existing?.Id ?? id.Value,
            Body = body.Freeze(),
            Secrets = secrets?.Freeze() ?? existing?.Secrets,
            CreatedAt = existing?.CreatedAt ?? request.At,
            CreatedBy = existing?.CreatedBy ?? request.Caller.ObjectId,
            ModifiedAt = request.At,
            ModifiedBy = request.Caller.ObjectId,
            Revision = (existing?.Revision ?? 0) + 1,
        };
        Put(resource);
        return resource;
    }

    /// <summary>Stores a resource as it is given.</summary>
    public void Put(ArmResource resource)
    {
        _table.Put(resource.ArmId.Key, resource);
        Index(resource.ArmId);
    }

    /// <summary>Changes the body of a resource as the service itself does, without a caller; nothing happens when it is gone.</summary>
    public void Change(ArmId id, Action<JsonObject> change)
    {
        if (Find(id) is not { } resource)
            return;

        var body = resource.Open();
        change(body);
        _table.Put(id.Key, resource with { Body = body.Freeze() });
    }

    /// <summary>Forgets one resource; what is below it stays.</summary>
    public void Remove(ArmId id)
    {
        _table.Remove(id.Key);
        if (_children.TryGetValue(id.Parent, out var siblings) && siblings.Remove(id.Key) && siblings.Count is 0)
            _children.Remove(id.Parent);
    }

    private void Index(ArmId id)
    {
        if (!_children.TryGetValue(id.Parent, out var siblings))
            _children.Add(id.Parent, siblings = new SortedDictionary<string, ArmId>(StringComparer.Ordinal));
        siblings[id.Key] = id;
    }

    private void Collect(ArmId scope, List<ArmResource> found)
    {
        foreach (var child in _children.GetValueOrDefault(scope)?.Values ?? Enumerable.Empty<ArmId>())
        {
            if (Find(child) is { } resource)
                found.Add(resource);
            Collect(child, found);
        }
    }
}
