using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>
/// Decides what goes away when the program has declared everything, in linear time: the old halves of replacements,
/// and what the program did not register.
/// </summary>
internal sealed class DeletePlanner(PlanningContext context)
{
    /// <summary>Plans the deletions.</summary>
    /// <param name="untouched">The resources that nothing was recorded of, in the order of the state.</param>
    public DeletePlan Plan(IReadOnlyList<ResourceState> untouched)
    {
        // An old half that stays keeps what it refers to, and whether it stays is known only when all others are decided.
        var keptHalves = new HashSet<ResourceState>(ReferenceEqualityComparer.Instance);
        while (true)
        {
            var (plan, halves) = Plan(untouched, keptHalves);
            var count = keptHalves.Count;
            keptHalves.UnionWith(halves);
            if (keptHalves.Count == count)
                return plan;
        }
    }

    private (DeletePlan Plan, List<ResourceState> KeptHalves) Plan(IReadOnlyList<ResourceState> untouched, HashSet<ResourceState> keptHalves)
    {
        var refused = ImmutableArray.CreateBuilder<RefusedDeletion>();
        var keepers = new Dictionary<Urn, ResourceState>();
        var condemned = new HashSet<ResourceState>(ReferenceEqualityComparer.Instance);
        var halves = new List<ResourceState>();
        foreach (var half in keptHalves)
            Keep(half);

        // From the end, so that what a kept resource refers to is known to be kept by the time it is looked at; old halves may be anywhere.
        foreach (var resource in untouched.Reverse().OrderBy(resource => resource.Delete))
        {
            if (IsCondemned(resource))
            {
                var reason = ReasonToRefuse(resource, keepers.GetValueOrDefault(resource.Urn));
                if (reason is null && !keepers.ContainsKey(resource.Urn) && !keptHalves.Contains(resource))
                {
                    condemned.Add(resource);
                    continue;
                }

                if (reason is not null)
                    refused.Add(new RefusedDeletion(resource, reason));
            }

            if (resource.Delete)
                halves.Add(resource);
            Keep(resource);
        }

        return (new DeletePlan(DeletionOrder.Of([.. untouched.Reverse().Where(condemned.Contains)]), refused.ToImmutable()), halves);

        void Keep(ResourceState resource)
        {
            foreach (var reference in References.All(resource))
                keepers.TryAdd(reference, resource);
        }
    }

    private string? ReasonToRefuse(ResourceState resource, ResourceState? keeper)
    {
        if (resource.Protect && !resource.Delete && !resource.PendingReplacement && !context.IgnoreProtect)
            return "It cannot be deleted because it is protected. Remove `protect` from the program and update, or run `state unprotect`.";
        // What an excluded resource depends on stays with it, as whoever excluded it means.
        return keeper is not null && !context.Targets.IsExclusive && !context.Targets.IncludesDeletion(keeper.Urn) && !context.Registrations.IsClaimed(keeper.Urn)
            ? $"It cannot be deleted because '{keeper.Urn}' depends on it and is not a target; make that a target too."
            : null;
    }

    private bool IsCondemned(ResourceState resource) =>
        resource.Delete
            ? context.Targets.IncludesDeletion(resource.Urn) || context.Registrations.IsReplaced(resource.Urn)
            : context.Targets.IncludesDeletion(resource.Urn) && !context.Registrations.IsClaimed(resource.Urn);
}
