using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>
/// Decides what has to be recorded for a resource that is not a target to stay as it is: everything it refers to in
/// state comes before it, whether or not the program still declares that.
/// </summary>
internal static class KeepPlanner
{
    /// <summary>The steps, what is referred to first.</summary>
    /// <param name="goal">The resource.</param>
    /// <param name="old">The resource in state.</param>
    /// <param name="olds">The state before.</param>
    /// <param name="isRecorded">Whether a resource of this URN was recorded in this run already.</param>
    public static ImmutableArray<Step> Plan(Goal goal, ResourceState old, OldStateIndex olds, Func<Urn, bool> isRecorded)
    {
        var kept = new HashSet<Urn> { old.Urn };
        var open = new Queue<ResourceState>([old]);
        while (open.TryDequeue(out var resource))
        {
            foreach (var reference in References.All(resource))
            {
                if (!isRecorded(reference) && olds.Find(reference) is { } referred && kept.Add(reference))
                    open.Enqueue(referred);
            }
        }

        return [.. kept.OrderBy(olds.PositionOf).Select(urn => Keep(urn, goal, old, olds))];
    }

    private static Step Keep(Urn urn, Goal goal, ResourceState old, OldStateIndex olds)
    {
        if (urn == old.Urn)
            return new Step.Same(old, urn == goal.Urn ? old : old with { Urn = goal.Urn, Aliases = [urn] });

        var referred = olds.Find(urn) ?? throw new InvalidOperationException($"'{urn}' is not in the state.");
        return new Step.Same(referred, referred);
    }
}
