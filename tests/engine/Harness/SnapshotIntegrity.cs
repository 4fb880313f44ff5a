using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>What holds for every state the engine makes, whatever happened: references point backwards, URNs are unique.</summary>
internal static class SnapshotIntegrity
{
    public static void Check(Snapshot snapshot)
    {
        var seen = new HashSet<Urn>();
        var live = new HashSet<Urn>();
        var providers = new HashSet<ProviderReference>();
        foreach (var resource in snapshot.Resources)
        {
            Assert.True(resource.Custom || resource.Id.Length == 0, $"The component {resource.Urn} has an id.");
            Assert.Empty(resource.Aliases);
            foreach (var reference in ReferencesOf(resource))
                Assert.True(seen.Contains(reference), $"{resource.Urn} refers to {reference}, which does not come before it.");
            if (resource.Provider is { } provider && !resource.PendingReplacement)
                Assert.True(providers.Contains(provider), $"{resource.Urn} refers to the provider {provider}, which does not come before it.");
            Assert.True(resource.Delete || live.Add(resource.Urn), $"{resource.Urn} is there twice.");
            seen.Add(resource.Urn);
            if (resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
                providers.Add(new ProviderReference(resource.Urn, resource.Id.Length == 0 ? Protocol.Values.Signatures.Unknown : resource.Id));
        }
    }

    private static IEnumerable<Urn> ReferencesOf(ResourceState resource) =>
        resource.Dependencies
            .Concat(resource.PropertyDependencies.Values.SelectMany(urns => urns))
            .Concat(resource.ReplaceWith)
            .Concat(new[] { resource.Parent, resource.DeletedWith }.OfType<Urn>());
}
