using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>What a resource refers to.</summary>
internal static class References
{
    /// <summary>Everything that must exist as long as the resource does. URNs may come more than once.</summary>
    public static IEnumerable<Urn> All(ResourceState resource)
    {
        if (resource.Parent is { } parent)
            yield return parent;
        foreach (var urn in resource.Dependencies)
            yield return urn;
        foreach (var urn in Replacing(resource))
            yield return urn;
    }

    /// <summary>What may replace the resource when it is replaced itself. URNs may come more than once.</summary>
    public static IEnumerable<Urn> Replacing(ResourceState resource)
    {
        if (resource.Provider is { } provider)
            yield return provider.Urn;
        foreach (var (_, urns) in resource.PropertyDependencies)
        {
            foreach (var urn in urns)
                yield return urn;
        }

        if (resource.DeletedWith is { } deletedWith)
            yield return deletedWith;
        foreach (var urn in resource.ReplaceWith)
            yield return urn;
    }
}
