using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What the engine is told a resource depends on.</summary>
internal static class DependencyUrns
{
    /// <summary>The URNs of resources in ordinal order, with local components replaced by what they contain.</summary>
    public static async Task<ImmutableArray<string>> OfAsync(IEnumerable<Resource> resources)
    {
        var urns = await Task.WhenAll(Expand(resources).Select(resource => resource.Urn.GetValueAsync(""))).ConfigureAwait(false);
        return [.. urns.Where(urn => urn.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The custom and remote resources among the given ones and inside of them. A local component stands for the
    /// children it has now, because it is no more than the sum of them.
    /// </summary>
    public static IReadOnlySet<Resource> Expand(IEnumerable<Resource> resources)
    {
        var seen = new HashSet<Resource>();
        var expanded = new HashSet<Resource>();
        var open = new Queue<Resource>(resources);
        while (open.TryDequeue(out var resource))
        {
            if (!seen.Add(resource))
                continue;

            if (resource is CustomResource || resource.IsRemote)
            {
                expanded.Add(resource);
                continue;
            }

            foreach (var child in resource.Children)
                open.Enqueue(child);
        }

        return expanded;
    }
}
