using System.Collections.Immutable;

namespace Provisioning.Engine.State.Editing;

/// <summary>Takes protection away in the state, until the program protects again.</summary>
public static class ResourceProtection
{
    /// <summary>Unprotects all copies of one resource.</summary>
    /// <exception cref="StateEditException">There is none.</exception>
    public static StateEdit Unprotect(Snapshot snapshot, Urn urn) => snapshot.Resources.Any(resource => resource.Urn == urn)
        ? Unprotect(snapshot, resource => resource.Urn == urn)
        : throw StateEditException.NotFound(urn);

    /// <summary>Unprotects everything.</summary>
    public static StateEdit UnprotectAll(Snapshot snapshot) => Unprotect(snapshot, _ => true);

    private static StateEdit Unprotect(Snapshot snapshot, Predicate<ResourceState> isMeant)
    {
        var changed = snapshot.Resources.Where(resource => resource.Protect && isMeant(resource)).ToImmutableArray();
        var resources = snapshot.Resources.Select(resource => resource.Protect && isMeant(resource) ? resource with { Protect = false } : resource);
        return new StateEdit(changed.IsEmpty ? snapshot : snapshot with { Resources = [.. resources] }, changed);
    }
}
