using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What the engine is told a resource depends on.</summary>
internal static class DependencyUrns
{
    /// <summary>The URNs of resources in ordinal order, with local components replaced by what they contain.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="dependent">
    /// The resource that depends on them. Its ancestors do not stand for what they contain: it is among that, and cannot wait for itself.
    /// </param>
    public static async ValueTask<ImmutableArray<string>> OfAsync(IReadOnlyCollection<Resource> resources, Resource? dependent = null)
    {
        if (resources.Count == 0)
            return [];

        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in Expand(resources, dependent))
        {
            if (await resource.Urn.GetValueAsync("").ConfigureAwait(false) is { Length: > 0 } urn)
                urns.Add(urn);
        }

        return [.. urns];
    }

    /// <summary>
    /// The custom and remote resources among the given ones and inside of components. A component stands for the
    /// children it has now; a local one is no more than the sum of them.
    /// </summary>
    public static IReadOnlyList<Resource> Expand(IEnumerable<Resource> resources, Resource? dependent = null)
    {
        var seen = new HashSet<Resource>(resources);
        var expanded = new List<Resource>();
        var open = new Queue<Resource>(seen);
        while (open.TryDequeue(out var resource))
        {
            if (resource is CustomResource || resource.IsRemote)
                expanded.Add(resource);

            if (resource is CustomResource || IsAncestor(resource, dependent))
                continue;

            foreach (var child in resource.Children)
            {
                if (seen.Add(child))
                    open.Enqueue(child);
            }
        }

        return expanded;
    }

    private static bool IsAncestor(Resource resource, Resource? descendant)
    {
        var ancestor = descendant?.Parent;
        while (ancestor is not null && ancestor != resource)
            ancestor = ancestor.Parent;
        return ancestor is not null;
    }
}
