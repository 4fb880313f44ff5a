using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>
/// Puts deletions in order: whatever refers to a resource goes before it. A resource that goes with another one
/// (<c>deletedWith</c>) leaves the state in the same step as that one, so that it is not forgotten when that one
/// cannot be deleted.
/// </summary>
internal sealed class DeletionOrder
{
    private readonly IReadOnlyList<ResourceState> condemned;

    /// <summary>Where the deletion of the first entry of a URN stands among the condemned.</summary>
    private readonly Dictionary<Urn, int> positions = [];

    /// <summary>The same of those that are deleted in the cloud, so that others may go with them.</summary>
    private readonly Dictionary<Urn, int> owners = [];
    private readonly Dictionary<Urn, List<ResourceState>> parts = [];
    private readonly Dictionary<Urn, List<int>> dependents = [];
    private readonly ImmutableArray<PlannedDeletion>.Builder plan = ImmutableArray.CreateBuilder<PlannedDeletion>();

    private DeletionOrder(IReadOnlyList<ResourceState> condemned)
    {
        this.condemned = condemned;
        for (var i = 0; i < condemned.Count; i++)
        {
            positions.TryAdd(condemned[i].Urn, i);
            if (IsDeletedInCloud(condemned[i]))
                owners[condemned[i].Urn] = i;
        }
    }

    /// <summary>The deletions in order; linear in their number.</summary>
    /// <param name="condemned">What is to go, in the reverse order of the state.</param>
    public static ImmutableArray<PlannedDeletion> Of(IReadOnlyList<ResourceState> condemned) => new DeletionOrder(condemned).Plan();

    private static bool IsDeletedInCloud(ResourceState resource) =>
        Deletion.IsManaged(resource) && resource is { Delete: false, PendingReplacement: false };

    private ImmutableArray<PlannedDeletion> Plan()
    {
        foreach (var resource in condemned)
        {
            if (!TryJoin(resource))
                Add(resource);
        }

        return plan.ToImmutable();
    }

    /// <summary>
    /// Joins a resource to the one it goes with. It is deleted by itself when something that has to go after it may have
    /// to go before that one.
    /// </summary>
    private bool TryJoin(ResourceState resource)
    {
        if (!IsDeletedInCloud(resource) || resource.DeletedWith is not { } owner || !owners.TryGetValue(owner, out var ownerPosition))
            return false;

        var group = GroupOf(resource);
        var members = group.Select(member => member.Urn).Append(owner).ToHashSet();
        if (!group.SelectMany(References.All).All(reference =>
            members.Contains(reference) || positions.GetValueOrDefault(reference, int.MaxValue) > ownerPosition))
        {
            return false;
        }

        if (!parts.TryGetValue(owner, out var joined))
            parts[owner] = joined = [];
        joined.AddRange(group);
        parts.Remove(resource.Urn);
        return true;
    }

    private void Add(ResourceState resource)
    {
        var group = resource.Delete ? [resource] : GroupOf(resource);
        var members = group.Select(member => member.Urn).ToHashSet();
        var after = group.SelectMany(member => dependents.GetValueOrDefault(member.Urn) ?? []).Distinct().ToImmutableArray();
        foreach (var reference in group.SelectMany(References.All).Distinct().Where(reference => !members.Contains(reference)))
        {
            if (!dependents.TryGetValue(reference, out var list))
                dependents[reference] = list = [];
            list.Add(plan.Count);
        }

        plan.Add(new PlannedDeletion(ToStep(resource, [.. group.Take(group.Count - 1)]), after));
    }

    /// <summary>What goes in one step with a resource, dependents first, and the resource itself last.</summary>
    private List<ResourceState> GroupOf(ResourceState resource) => [.. parts.GetValueOrDefault(resource.Urn) ?? [], resource];

    private Step ToStep(ResourceState resource, ImmutableArray<ResourceState> parts) =>
        resource.PendingReplacement && !resource.Delete
            ? new Step.RemovePendingReplace(resource)
            : new Step.Delete(resource, Deletion.IsManaged(resource), Replaced: resource.Delete) { Parts = parts };
}
