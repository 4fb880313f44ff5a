using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Values;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Waits for everything that a resource's inputs and options refer to.</summary>
internal sealed class ResourcePreparer(Deployment deployment)
{
    /// <summary>Prepares a registration; ends when all inputs are settled.</summary>
    public async Task<PreparedResource> PrepareAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var dependsOn = await KnownAsync(options.DependsOn).ConfigureAwait(false);
        var keepReferences = await deployment.Features.HasResourceReferencesAsync().ConfigureAwait(false);
        var keepOutputValues = resource.IsRemote && await deployment.Features.HasOutputValuesAsync().ConfigureAwait(false);
        var marshal = MarshalOptions.KeepAll with { KeepResources = keepReferences };

        var path = PathOf(resource);
        var arguments = args.ToDictionary();
        var inputs = new List<KeyValuePair<string, PropertyValue>>(arguments.Count);
        var inputDependencies = new List<KeyValuePair<string, ImmutableArray<string>>>(arguments.Count);
        foreach (var (key, argument) in arguments)
        {
            if (key is OutputProperty.Urn or OutputProperty.Id)
                continue;

            var serializer = new Serializer(keepOutputValues, dependOnReferences: !(resource.IsRemote && keepReferences));
            var value = await serializer.SerializeAsync(path.Member(key), argument).ConfigureAwait(false);
            if (value is PropertyValue.NullValue)
                continue;

            inputs.Add(KeyValuePair.Create(key, value));
            inputDependencies.Add(KeyValuePair.Create(key, await DependencyUrns.OfAsync(serializer.Dependencies, resource).ConfigureAwait(false)));
        }

        return new()
        {
            Inputs = PropertyMarshaller.Marshal(PropertyMap.Create(inputs), marshal),
            Parent = await ParentUrnAsync(resource).ConfigureAwait(false),
            Provider = resource is CustomResource && options.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(false) : "",
            Providers = resource.IsRemote ? await ReferencesAsync(resource.Providers).ConfigureAwait(false) : ImmutableDictionary<string, string>.Empty,
            InputDependencies = inputDependencies,
            Dependencies = All(inputDependencies, await DependencyUrns.OfAsync(dependsOn, resource).ConfigureAwait(false)),
            Aliases = await AliasesAsync(options.Aliases).ConfigureAwait(false),
            DeletedWith = await DeletedWithAsync(options).ConfigureAwait(false),
            ReplaceWith = await ReplaceWithAsync(options).ConfigureAwait(false),
            ReplacementTrigger = await ReplacementTriggerAsync(resource, options, marshal).ConfigureAwait(false),
        };
    }

    /// <summary>The elements of a list that are known.</summary>
    public static async Task<IReadOnlyList<Resource>> KnownAsync(InputList<Resource> list)
    {
        var known = new List<Resource>();
        await foreach (var element in list.ConfigureAwait(false))
        {
            if (await element.ToOutput().Data.ConfigureAwait(false) is { IsKnown: true, Value: { } resource })
                known.Add(resource);
        }

        return known;
    }

    /// <summary>Where the inputs of a resource are, for messages.</summary>
    private static ArgumentPath PathOf(Resource resource) => $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]";

    private ValueTask<string> ParentUrnAsync(Resource resource) =>
        resource is Stack ? ValueTask.FromResult("") : (resource.Parent ?? deployment.Stack)?.Urn.GetValueAsync("") ?? ValueTask.FromResult("");

    private static async Task<ImmutableDictionary<string, string>> ReferencesAsync(ImmutableDictionary<string, ProviderResource> providers)
    {
        var references = await Task.WhenAll(providers.Select(async entry =>
            KeyValuePair.Create(entry.Key, await entry.Value.GetReferenceAsync().ConfigureAwait(false)))).ConfigureAwait(false);
        return references.ToImmutableDictionary();
    }

    /// <summary>All that a resource depends on, in ordinal order.</summary>
    private static ImmutableArray<string> All(List<KeyValuePair<string, ImmutableArray<string>>> inputDependencies, ImmutableArray<string> others)
    {
        var all = new SortedSet<string>(others, StringComparer.Ordinal);
        foreach (var (_, urns) in inputDependencies)
            all.UnionWith(urns);
        return [.. all];
    }

    private static async Task<ImmutableArray<Pulumirpc.Alias>> AliasesAsync(IEnumerable<Input<Alias>> aliases)
    {
        var messages = ImmutableArray.CreateBuilder<Pulumirpc.Alias>();
        foreach (var alias in aliases)
        {
            if (await alias.ToOutput().Data.ConfigureAwait(false) is { IsKnown: true, Value: { } known }
                && await known.ToMessageAsync().ConfigureAwait(false) is { } message)
            {
                messages.Add(message);
            }
        }

        return messages.DrainToImmutable();
    }

    private async Task<string> DeletedWithAsync(ResourceOptions options)
    {
        if (options.DeletedWith is null)
            return "";

        await deployment.Features.RequireAsync("deletedWith", nameof(options.DeletedWith)).ConfigureAwait(false);
        return await options.DeletedWith.Urn.GetValueAsync("").ConfigureAwait(false);
    }

    private async Task<ImmutableArray<string>> ReplaceWithAsync(ResourceOptions options)
    {
        var resources = await KnownAsync(options.ReplaceWith).ConfigureAwait(false);
        if (resources.Count == 0)
            return [];

        await deployment.Features.RequireAsync("replaceWith", nameof(options.ReplaceWith)).ConfigureAwait(false);
        return await DependencyUrns.OfAsync(resources).ConfigureAwait(false);
    }

    private static async Task<Value?> ReplacementTriggerAsync(Resource resource, ResourceOptions options, MarshalOptions marshal)
    {
        if (options.ReplacementTrigger is null)
            return null;

        var path = PathOf(resource).Member(nameof(options.ReplacementTrigger));
        return PropertyMarshaller.Marshal(await new Serializer().SerializeAsync(path, options.ReplacementTrigger).ConfigureAwait(false), marshal);
    }
}
