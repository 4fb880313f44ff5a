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
        var refused = ImmutableArray.CreateBuilder<RefusedDeletion>();
        var keepers = new Dictionary<Urn, ResourceState>();
        var condemned = new List<ResourceState>();

        // From the end, so that what a kept resource refers to is known to be kept by the time it is looked at.
        foreach (var resource in untouched.Reverse())
        {
            if (IsCondemned(resource))
            {
                var reason = ReasonToRefuse(resource, keepers.GetValueOrDefault(resource.Urn));
                if (reason is null && !keepers.ContainsKey(resource.Urn))
                {
                    condemned.Add(resource);
                    continue;
                }

                if (reason is not null)
                    refused.Add(new RefusedDeletion(resource, reason));
            }

            foreach (var reference in References.All(resource))
                keepers.TryAdd(reference, resource);
        }

        return new DeletePlan(DeletionOrder.Of(condemned), refused.ToImmutable());
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
