using System.Collections.Immutable;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.State.Editing;

/// <summary>Small sound states: a stack, two providers, components and resources with references of every role, secrets among their inputs.</summary>
internal static class RandomState
{
    public static Snapshot Next(Random random)
    {
        var stack = new ResourceState { Urn = Urn.Create("dev", "shop", null, "pulumi:pulumi:Stack", "shop-dev"), Custom = false };
        var resources = new List<ResourceState> { stack };
        foreach (var name in new[] { "default", "other" })
            resources.Add(new() { Urn = Urn.Create("dev", "shop", null, "pulumi:providers:a", name), Custom = true, Id = $"id-{name}" });
        var count = random.Next(1, 9);
        for (var index = 0; index < count; index++)
            resources.Add(Resource(random, resources, index));
        if (random.Next(3) == 0 && resources[^1] is { Custom: true } last)
            resources.Add(last with { Id = last.Id + "-old", Delete = true, Parent = last.Parent });
        return Snapshot.Empty with { Resources = [.. resources] };
    }

    /// <summary>Any URN of a state.</summary>
    public static Urn AnyUrn(Random random, Snapshot snapshot) => snapshot.Resources[random.Next(snapshot.Resources.Length)].Urn;

    private static ResourceState Resource(Random random, IReadOnlyList<ResourceState> before, int index)
    {
        var custom = random.Next(3) > 0;
        var parent = random.Next(2) == 0 ? before[0] : before.Where(resource => !resource.Custom).OrderBy(_ => random.Next()).First();
        return new ResourceState
        {
            Urn = Urn.Create("dev", "shop", parent.Urn, custom ? "a:b:C" : "a:b:Component", $"r{index}"),
            Custom = custom,
            Id = custom ? $"id-{index}" : "",
            Parent = parent.Urn,
            Protect = random.Next(4) == 0,
            Provider = custom ? ProviderReference.Of(before[random.Next(1, 3)]) : null,
            Inputs = PropertyMap.Empty.With("size", index).With("password", new PropertyValue.SecretValue($"hidden-{index}")),
            Dependencies = Some(random, before),
            PropertyDependencies = ImmutableSortedDictionary.Create<string, ImmutableArray<Urn>>(StringComparer.Ordinal).Add("size", Some(random, before)),
            DeletedWith = random.Next(4) == 0 ? before[random.Next(before.Count)].Urn : null,
            ReplaceWith = random.Next(4) == 0 ? Some(random, before) : [],
        };
    }

    private static ImmutableArray<Urn> Some(Random random, IReadOnlyList<ResourceState> before) =>
        [.. before.Where(_ => random.Next(before.Count) == 0).Select(resource => resource.Urn)];
}
