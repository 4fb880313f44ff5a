using System.Collections.Immutable;

namespace Provisioning.Engine.State.Editing;

/// <summary>
/// Mends a state that breaks the rules of <see cref="SnapshotIntegrity"/>, as Pulumi's <c>state repair</c> does: what
/// stands too late is moved, references to what is missing are dropped. No resource is lost. What would need a guess,
/// such as a missing provider, is left to a backup.
/// </summary>
/// <param name="Snapshot">The state after it, which keeps all rules.</param>
/// <param name="Steps">What was done, in order; empty when the state was sound.</param>
public sealed record SnapshotRepair(Snapshot Snapshot, ImmutableArray<RepairStep> Steps)
{
    /// <summary>Finds out how a state can be mended.</summary>
    /// <exception cref="StateEditException">It cannot.</exception>
    public static SnapshotRepair Plan(Snapshot snapshot)
    {
        if (FindDamage(snapshot) is null)
            return new SnapshotRepair(snapshot, []);

        var (ordered, moves) = ResourceOrder.Sort(snapshot.Resources);
        var (pruned, drops) = Prune(ordered);
        var repaired = snapshot with { Resources = pruned };
        return FindDamage(repaired) is { } damage
            ? throw new StateEditException(
                StateEditRefusal.BeyondRepair, $"The state cannot be repaired, because what is wrong with it has no one right answer. {damage.Message}", damage)
            : new SnapshotRepair(repaired, [.. moves, .. drops]);
    }

    private static StateException? FindDamage(Snapshot snapshot)
    {
        try
        {
            SnapshotIntegrity.Verify(snapshot);
            return null;
        }
        catch (StateException damage)
        {
            return damage;
        }
    }

    /// <summary>
    /// Drops references to what is missing. A resource that loses its parent gets the URN of one without a parent, and
    /// its children theirs below it; parents come first by now.
    /// </summary>
    private static (ImmutableArray<ResourceState> Resources, ImmutableArray<RepairStep> Steps) Prune(ImmutableArray<ResourceState> resources)
    {
        var all = resources.Select(resource => resource.Urn).ToHashSet();
        var renamed = new Dictionary<Urn, Urn>();
        var steps = ImmutableArray.CreateBuilder<RepairStep>();
        var pruned = ImmutableArray.CreateBuilder<ResourceState>(resources.Length);
        foreach (var resource in resources)
        {
            foreach (var reference in ResourceReferences.Of(resource).Where(reference => !all.Contains(reference.Target)))
                steps.Add(new RepairStep(resource.Urn, $"forgets its {reference.Role} '{reference.Target}', which is missing"));

            var kept = ResourceReferences.Rewrite(ResourceReferences.Keep(resource, all.Contains), renamed);
            var urn = resource.Parent == kept.Parent ? resource.Urn : Urn.Create(resource.Urn.Stack, resource.Urn.Project, kept.Parent, resource.Type, resource.Urn.Name);
            if (urn != resource.Urn)
            {
                renamed[resource.Urn] = urn;
                steps.Add(new RepairStep(resource.Urn, $"becomes '{urn}'"));
            }

            pruned.Add(kept with { Urn = urn });
        }

        return (pruned.MoveToImmutable(), steps.ToImmutable());
    }
}
