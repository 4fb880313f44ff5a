using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>Removes references to resources that are gone.</summary>
internal static class DanglingReferences
{
    /// <summary>The resources that referred to something gone, before and after that was removed. A lost parent gives way to its own parent.</summary>
    /// <param name="before">All resources as they were.</param>
    /// <param name="remaining">Those that are left, as they are now.</param>
    public static IEnumerable<(ResourceState Before, ResourceState After)> Prune(
        IReadOnlyList<ResourceState> before, IReadOnlyList<ResourceState> remaining)
    {
        var present = remaining.Select(resource => resource.Urn).ToHashSet();
        var gone = before.Where(resource => !present.Contains(resource.Urn)).ToLookup(resource => resource.Urn, resource => resource.Parent);
        if (gone.Count == 0)
            yield break;

        foreach (var resource in remaining.Where(resource => References.All(resource).Any(gone.Contains)))
            yield return (resource, Prune(resource, gone));
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
