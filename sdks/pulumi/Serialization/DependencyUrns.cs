using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What the engine is told a resource depends on.</summary>
internal static class DependencyUrns
{
    /// <summary>The URNs of resources in ordinal order, with local components replaced by what they contain.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="ancestors">Components that are waited for without what they contain.</param>
    public static async Task<ImmutableArray<string>> OfAsync(IEnumerable<Resource> resources, IReadOnlySet<Resource>? ancestors = null)
    {
        var urns = await Task.WhenAll(Expand(resources, ancestors).Select(resource => resource.Urn.GetValueAsync(""))).ConfigureAwait(false);
        return [.. urns.Where(urn => urn.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The custom and remote resources among the given ones and inside of components. A component stands for the
    /// children it has now; a local one is no more than the sum of them.
    /// </summary>
    public static IReadOnlySet<Resource> Expand(IEnumerable<Resource> resources, IReadOnlySet<Resource>? ancestors = null)
    {
        var seen = new HashSet<Resource>();
        var expanded = new HashSet<Resource>();
        var open = new Queue<Resource>(resources);
        while (open.TryDequeue(out var resource))
        {
            if (!seen.Add(resource))
                continue;

            if (resource is CustomResource || resource.IsRemote)
                expanded.Add(resource);

            if (resource is CustomResource || ancestors?.Contains(resource) == true)
                continue;

            foreach (var child in resource.Children)
                open.Enqueue(child);
        }

        return expanded;
    }
}
