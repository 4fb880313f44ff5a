using System.Collections.Immutable;

namespace Provisioning.Engine.State.Editing;

/// <summary>
/// Forgets resources; what they stand for stays in the cloud. As in Pulumi (pkg/resource/edit/operations.go), all copies
/// of a URN go together, the old halves of replacements included.
/// </summary>
/// <param name="Force">Also forget what is protected.</param>
/// <param name="TargetDependents">Also forget what refers to it.</param>
public sealed record ResourceDeletion(bool Force, bool TargetDependents)
{
    private const int NamedDependents = 10;

    /// <summary>Forgets one resource, with the operations on it that are pending.</summary>
    /// <exception cref="StateEditException">There is none, it is protected, or others refer to it.</exception>
    public StateEdit Delete(Snapshot snapshot, Urn urn)
    {
        if (!snapshot.Resources.Any(resource => resource.Urn == urn))
            throw StateEditException.NotFound(urn);

        RequireUnprotected(snapshot.Resources.Where(resource => resource.Urn == urn));
        var condemned = WithDependents(snapshot, urn);
        if (condemned.Count > 1 && !TargetDependents)
            throw HasDependents(urn, [.. condemned.Where(dependent => dependent != urn)]);

        var removed = snapshot.Resources.Where(resource => condemned.Contains(resource.Urn)).ToImmutableArray();
        RequireUnprotected(removed);
        return new StateEdit(
            snapshot with
            {
                Resources = snapshot.Resources.RemoveAll(resource => condemned.Contains(resource.Urn)),
                PendingOperations = snapshot.PendingOperations.RemoveAll(operation => condemned.Contains(operation.Resource.Urn)),
            },
            removed);
    }

    /// <summary>Forgets everything.</summary>
    /// <exception cref="StateEditException">Something is protected.</exception>
    public StateEdit DeleteAll(Snapshot snapshot)
    {
        RequireUnprotected(snapshot.Resources);
        return new StateEdit(snapshot with { Resources = [], PendingOperations = [] }, snapshot.Resources);
    }

    /// <summary>
    /// A URN with all that refers to it, at first or second hand. What is being created counts too: it would be taken
    /// into the state with a reference that leads nowhere.
    /// </summary>
    private static HashSet<Urn> WithDependents(Snapshot snapshot, Urn urn)
    {
        var condemned = new HashSet<Urn> { urn };
        var all = snapshot.Resources.Concat(snapshot.PendingOperations.Select(operation => operation.Resource)).ToList();

        // A copy that is marked for deletion can stand behind what refers to its URN, so one pass may not be enough.
        int before;
        do
        {
            before = condemned.Count;
            condemned.UnionWith(all.Where(resource => RefersToAny(resource, condemned)).Select(resource => resource.Urn));
        }
        while (condemned.Count > before);
        return condemned;
    }

    private static bool RefersToAny(ResourceState resource, HashSet<Urn> targets) =>
        (resource.Provider is { } provider && targets.Contains(provider.Urn)) || ResourceReferences.Of(resource).Any(reference => targets.Contains(reference.Target));

    private void RequireUnprotected(IEnumerable<ResourceState> resources)
    {
        if (!Force && resources.FirstOrDefault(resource => resource.Protect) is { } resource)
        {
            throw new StateEditException(
                StateEditRefusal.Protected, $"'{resource.Urn}' is protected, so it is not deleted from the state; run 'state unprotect' first, or give --force.");
        }
    }

    private static StateEditException HasDependents(Urn urn, IReadOnlyList<Urn> dependents)
    {
        var lines = dependents.Take(NamedDependents).Select(dependent => $"\n  {dependent}");
        var more = dependents.Count > NamedDependents ? $"\n  and {dependents.Count - NamedDependents} more" : "";
        return new StateEditException(
            StateEditRefusal.HasDependents,
            $"'{urn}' is not deleted from the state, because these refer to it; delete them first, or give --target-dependents:{string.Concat(lines)}{more}");
    }
}
