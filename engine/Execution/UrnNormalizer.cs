using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Execution;

/// <summary>
/// Rewrites references to URNs that resources had before (their aliases), and strips the aliases. A child of a renamed
/// parent that the program has not registered again gets the URN it will have under that parent.
/// </summary>
internal static class UrnNormalizer
{
    /// <summary>The snapshot without aliases; the same one when it has none.</summary>
    public static Snapshot Normalize(Snapshot snapshot)
    {
        var renamed = new Dictionary<Urn, Urn>();
        foreach (var resource in snapshot.Resources)
        {
            foreach (var alias in resource.Aliases)
                renamed[alias] = resource.Urn;
        }

        if (renamed.Count == 0)
            return snapshot;

        var resources = ImmutableArray.CreateBuilder<ResourceState>(snapshot.Resources.Length);
        foreach (var resource in snapshot.Resources)
            resources.Add(Rewrite(resource, renamed));
        return snapshot with { Resources = resources.MoveToImmutable() };
    }

    private static ResourceState Rewrite(ResourceState resource, Dictionary<Urn, Urn> renamed)
    {
        var parent = Map(resource.Parent);
        var urn = renamed.GetValueOrDefault(resource.Urn, resource.Urn);
        if (parent != resource.Parent && urn == resource.Urn)
        {
            urn = Urn.Create(urn.Stack, urn.Project, parent, urn.Type, urn.Name);
            renamed.TryAdd(resource.Urn, urn);
        }

        return resource with
        {
            Urn = urn,
            Parent = parent,
            Provider = resource.Provider is { } provider ? provider with { Urn = renamed.GetValueOrDefault(provider.Urn, provider.Urn) } : null,
            DeletedWith = Map(resource.DeletedWith),
            Dependencies = MapAll(resource.Dependencies),
            ReplaceWith = MapAll(resource.ReplaceWith),
            PropertyDependencies = resource.PropertyDependencies.ToImmutableSortedDictionary(
                dependency => dependency.Key, dependency => MapAll(dependency.Value), StringComparer.Ordinal),
            Aliases = [],
        };

        Urn? Map(Urn? reference) => reference is { } old && renamed.TryGetValue(old, out var current) ? current : reference;

        ImmutableArray<Urn> MapAll(ImmutableArray<Urn> references) =>
            references.Any(renamed.ContainsKey) ? [.. references.Select(reference => renamed.GetValueOrDefault(reference, reference))] : references;
    }
}
