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
        var parent = resource.Parent is { } old ? renamed.GetValueOrDefault(old, old) : resource.Parent;
        var urn = renamed.GetValueOrDefault(resource.Urn, resource.Urn);
        if (parent != resource.Parent && urn == resource.Urn)
        {
            urn = Urn.Create(urn.Stack, urn.Project, parent, urn.Type, urn.Name);
            renamed.TryAdd(resource.Urn, urn);
        }

        return ResourceReferences.Rewrite(resource, renamed) with { Urn = urn, Aliases = [] };
    }
}
