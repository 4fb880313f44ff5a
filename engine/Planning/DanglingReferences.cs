using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>Removes references to resources that are gone.</summary>
internal static class DanglingReferences
{
    /// <summary>
    /// The resources as they are now, without what they refer to and is gone. A lost parent gives way to its own parent.
    /// </summary>
    /// <param name="before">All resources as they were.</param>
    /// <param name="after">The same resources as they are now; null where one is gone.</param>
    public static IReadOnlyList<ResourceState?> Prune(IReadOnlyList<ResourceState> before, IReadOnlyList<ResourceState?> after)
    {
        var present = after.OfType<ResourceState>().Select(resource => resource.Urn).ToHashSet();
        var gone = before.Where(resource => !present.Contains(resource.Urn)).ToLookup(resource => resource.Urn, resource => resource.Parent);
        return gone.Count == 0
            ? after
            : [.. after.Select(resource => resource is not null && References.All(resource).Any(gone.Contains) ? Prune(resource, gone) : resource)];
    }

    private static ResourceState Prune(ResourceState resource, ILookup<Urn, Urn?> gone)
    {
        var parent = resource.Parent;
        while (parent is { } lost && gone.Contains(lost))
            parent = gone[lost].First();
        return resource with
        {
            Parent = parent,
            Dependencies = Present(resource.Dependencies),
            PropertyDependencies = resource.PropertyDependencies.ToImmutableSortedDictionary(
                dependency => dependency.Key, dependency => Present(dependency.Value), StringComparer.Ordinal),
            DeletedWith = resource.DeletedWith is { } owner && gone.Contains(owner) ? null : resource.DeletedWith,
            ReplaceWith = Present(resource.ReplaceWith),
        };

        ImmutableArray<Urn> Present(ImmutableArray<Urn> urns) => urns.RemoveAll(gone.Contains);
    }
}
