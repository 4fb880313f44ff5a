using System.Collections.Immutable;

namespace Provisioning.Engine.State;

/// <summary>The URNs by which a resource of a state refers to others: the one list of them, for checks and rewriting.</summary>
internal static class ResourceReferences
{
    /// <summary>What a resource refers to, but for its provider.</summary>
    public static IEnumerable<ResourceReference> Of(ResourceState resource)
    {
        if (resource.Parent is { } parent)
            yield return new("parent", parent);
        foreach (var dependency in resource.Dependencies)
            yield return new("dependency", dependency);
        foreach (var (property, dependencies) in resource.PropertyDependencies)
        {
            foreach (var dependency in dependencies)
                yield return new("dependency", dependency, property);
        }

        if (resource.DeletedWith is { } deletedWith)
            yield return new("'deletedWith'", deletedWith);
        foreach (var replaceWith in resource.ReplaceWith)
            yield return new("'replaceWith'", replaceWith);
    }

    /// <summary>The resource with other URNs in its references, the provider included; its own URN stays.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="renamed">The URNs that changed.</param>
    public static ResourceState Rewrite(ResourceState resource, IReadOnlyDictionary<Urn, Urn> renamed)
    {
        return resource with
        {
            Parent = Map(resource.Parent),
            Provider = resource.Provider is { } provider ? provider with { Urn = renamed.GetValueOrDefault(provider.Urn, provider.Urn) } : null,
            DeletedWith = Map(resource.DeletedWith),
            Dependencies = MapAll(resource.Dependencies),
            ReplaceWith = MapAll(resource.ReplaceWith),
            PropertyDependencies = resource.PropertyDependencies.ToImmutableSortedDictionary(
                dependency => dependency.Key, dependency => MapAll(dependency.Value), StringComparer.Ordinal),
        };

        Urn? Map(Urn? reference) => reference is { } old && renamed.TryGetValue(old, out var current) ? current : reference;

        ImmutableArray<Urn> MapAll(ImmutableArray<Urn> references) =>
            references.Any(renamed.ContainsKey) ? [.. references.Select(reference => renamed.GetValueOrDefault(reference, reference))] : references;
    }

    /// <summary>The resource without the references, but for the provider, that a condition does not hold for.</summary>
    public static ResourceState Keep(ResourceState resource, Predicate<Urn> condition)
    {
        return resource with
        {
            Parent = Kept(resource.Parent),
            DeletedWith = Kept(resource.DeletedWith),
            Dependencies = resource.Dependencies.RemoveAll(Lost),
            ReplaceWith = resource.ReplaceWith.RemoveAll(Lost),
            PropertyDependencies = resource.PropertyDependencies.ToImmutableSortedDictionary(
                dependency => dependency.Key, dependency => dependency.Value.RemoveAll(Lost), StringComparer.Ordinal),
        };

        Urn? Kept(Urn? reference) => reference is { } urn && Lost(urn) ? null : reference;

        bool Lost(Urn urn) => !condition(urn);
    }
}
