using System.Collections.Immutable;

namespace Provisioning.Engine.State.Editing;

/// <summary>
/// Gives a resource another logical name, with every reference to it. The URNs of its children stay, because they hold
/// the parent's type and not its name.
/// </summary>
public static class ResourceRenaming
{
    /// <summary>Renames all copies of a resource.</summary>
    /// <exception cref="StateEditException">There is none, or it cannot have the name.</exception>
    public static StateEdit Rename(Snapshot snapshot, Urn urn, string name)
    {
        var copies = snapshot.Resources.Where(resource => resource.Urn == urn).ToImmutableArray();
        if (copies.IsEmpty)
            throw StateEditException.NotFound(urn);
        if (urn.Name == name)
            return new StateEdit(snapshot, []);

        var target = TargetOf(urn, name);
        if (Everything(snapshot).Any(resource => resource.Urn == target))
            throw new StateEditException(StateEditRefusal.UnusableName, $"'{urn}' cannot be renamed, because there is a resource '{target}'; choose another name.");

        var renamed = new Dictionary<Urn, Urn> { [urn] = target };
        return new StateEdit(
            snapshot with
            {
                Resources = [.. snapshot.Resources.Select(resource => Rewrite(resource, renamed))],
                PendingOperations = [.. snapshot.PendingOperations.Select(operation => operation with { Resource = Rewrite(operation.Resource, renamed) })],
            },
            copies);
    }

    private static Urn TargetOf(Urn urn, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new StateEditException(StateEditRefusal.UnusableName, $"'{urn}' cannot be renamed to nothing; give a name.");

        return urn.Type == Urn.StackType
            ? throw new StateEditException(StateEditRefusal.UnusableName, $"'{urn}' is the stack itself, whose name follows from those of project and stack.")
            : urn.Renamed(urn.QualifiedType, name);
    }

    private static IEnumerable<ResourceState> Everything(Snapshot snapshot) =>
        snapshot.Resources.Concat(snapshot.PendingOperations.Select(operation => operation.Resource));

    private static ResourceState Rewrite(ResourceState resource, Dictionary<Urn, Urn> renamed) =>
        ResourceReferences.Rewrite(resource, renamed) with { Urn = renamed.GetValueOrDefault(resource.Urn, resource.Urn) };
}
