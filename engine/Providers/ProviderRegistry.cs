using System.Collections.Concurrent;
using System.Collections.Immutable;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Providers;

/// <summary>
/// The provider of provider resources: checking, comparing, creating and updating one means checking, comparing and
/// setting the configuration of a plugin. Finds the provider of every other resource. Thread-safe.
/// </summary>
/// <remarks>
/// A provider that only old resources refer to is started from its state when it is first needed.
/// Follows Pulumi's pkg/resource/deploy/providers/registry.go.
/// </remarks>
internal sealed class ProviderRegistry : IProvider, IAsyncDisposable
{
    private readonly PluginStarter starter;
    private readonly Func<Guid> newId;
    private readonly bool preview;
    private readonly ImmutableDictionary<(Urn, string), ResourceState> oldProviders;

    /// <summary>Plugins whose configuration was checked in this run and that are not configured yet.</summary>
    private readonly ConcurrentDictionary<Urn, Task<Plugin>> started = new();

    private readonly ConcurrentDictionary<ProviderReference, Lazy<Task<Service>>> configured = new();

    private readonly ConcurrentDictionary<(ProviderReference Old, ProviderReference Current), Lazy<Task<DiffResult>>> comparisons = new();

    /// <summary>Creates a registry over the provider resources in state.</summary>
    public ProviderRegistry(PluginStarter starter, IEnumerable<ResourceState> resources, Func<Guid> newId, bool preview)
    {
        this.starter = starter;
        this.newId = newId;
        this.preview = preview;
        var builder = ImmutableDictionary.CreateBuilder<(Urn, string), ResourceState>();
        foreach (var resource in resources.Where(resource => resource.Urn.IsProvider))
            builder[(resource.Urn, resource.Id)] = resource;
        oldProviders = builder.ToImmutable();
    }

    /// <summary>The provider of a resource; null when it has none (components).</summary>
    public async Task<IProvider?> FindAsync(ResourceState resource, CancellationToken cancellationToken) => resource switch
    {
        { Custom: false } => null,
        _ when resource.Urn.IsProvider => this,
        { Provider: { } reference } => await GetAsync(reference, cancellationToken).ConfigureAwait(false),
        _ => throw new RpcException(RpcStatusCode.FailedPrecondition, "The resource has no provider in the state; register it again with one."),
    };

    /// <summary>The provider that a reference names.</summary>
    public async Task<IProvider> GetAsync(ProviderReference reference, CancellationToken cancellationToken) =>
        (await GetServiceAsync(reference, cancellationToken).ConfigureAwait(false)).Provider;

    /// <summary>Configures the plugin of a provider resource, which from now on serves the resources that refer to it.</summary>
    public async Task ConfigureAsync(ResourceState provider, CancellationToken cancellationToken)
    {
        var plugin = await (started.TryRemove(provider.Urn, out var task) ? task : StartAsync(provider, cancellationToken)).ConfigureAwait(false);
        var service = await ConfigureAsync(plugin, provider, cancellationToken).ConfigureAwait(false);
        configured[ProviderReference.Of(provider)] = new Lazy<Task<Service>>(Task.FromResult(service));
    }

    /// <summary>
    /// Says whether resources of one provider must be replaced to be served by another one, which answers that itself.
    /// </summary>
    public Task<DiffResult> CompareAsync(ProviderReference old, ProviderReference current, CancellationToken cancellationToken) =>
        comparisons.GetOrAdd(
            (old, current),
            pair => new Lazy<Task<DiffResult>>(() => DiffConfigAsync(pair.Old, pair.Current, cancellationToken))).Value;

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(
        Urn urn, PropertyMap olds, PropertyMap news, ReadOnlyMemory<byte> randomSeed, CancellationToken cancellationToken)
    {
        var plugin = await started.GetOrAdd(urn, _ => StartAsync(urn, news, cancellationToken)).ConfigureAwait(false);
        var result = await plugin.CheckConfigAsync(
            urn, ProviderInputs.WithoutInternals(olds), ProviderInputs.WithoutInternals(news), preview, cancellationToken).ConfigureAwait(false);
        return result with { Inputs = ProviderInputs.WithInternalsOf(result.Inputs, news) };
    }

    /// <inheritdoc/>
    public async Task<DiffResult> DiffAsync(
        ResourceState old, PropertyMap inputs, ImmutableArray<string> ignoreChanges, CancellationToken cancellationToken)
    {
        var plugin = await started.GetOrAdd(old.Urn, _ => StartAsync(old.Urn, inputs, cancellationToken)).ConfigureAwait(false);
        return await plugin.DiffConfigAsync(
            old with { Inputs = ProviderInputs.WithoutInternals(old.Inputs) },
            ProviderInputs.WithoutInternals(inputs),
            ignoreChanges,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ProviderOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken) =>
        ApplyAsync(planned with { Id = preview ? "" : newId().ToString() }, cancellationToken);

    /// <inheritdoc/>
    public Task<ProviderOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken) =>
        ApplyAsync(planned with { Id = old.Id }, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(ResourceState old, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<ProviderOutcome> ReadAsync(ResourceState known, bool sendInputs, CancellationToken cancellationToken) =>
        throw new RpcException(RpcStatusCode.InvalidArgument, "A provider cannot be read or imported; declare it instead.");

    /// <inheritdoc/>
    public Task<ProviderOutcome?> FindCreatedAsync(ResourceState planned, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Configuring a provider is never left pending.");

    /// <inheritdoc/>
    public Task FinishDeleteAsync(ResourceState old, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<InvokeResponse> InvokeAsync(string token, PropertyMap args, bool preview, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Functions belong to the provider of a package.");

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Methods belong to the provider of a package.");

    /// <inheritdoc/>
    public Task<ConstructResponse?> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Components belong to the provider of a package.");

    /// <summary>Asks every provider to end its running calls soon.</summary>
    public Task CancelAsync(CancellationToken cancellationToken) => starter.CancelAllAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => starter.DisposeAsync();

    private async Task<ProviderOutcome> ApplyAsync(ResourceState provider, CancellationToken cancellationToken)
    {
        await ConfigureAsync(provider, cancellationToken).ConfigureAwait(false);
        return new ProviderOutcome(provider.Id, ProviderInputs.WithoutInternals(provider.Inputs));
    }

    private static async Task<Service> ConfigureAsync(Plugin plugin, ResourceState provider, CancellationToken cancellationToken) =>
        new(plugin, provider, await plugin.ConfigureAsync(provider, cancellationToken).ConfigureAwait(false));

    private Task<Service> GetServiceAsync(ProviderReference reference, CancellationToken cancellationToken) =>
        configured.GetOrAdd(reference, key => new Lazy<Task<Service>>(() => StartOldAsync(key, cancellationToken))).Value;

    private async Task<Service> StartOldAsync(ProviderReference reference, CancellationToken cancellationToken)
    {
        // A provider without an id failed in this run, and its own failure has been reported.
        var state = oldProviders.GetValueOrDefault((reference.Urn, reference.Id)) ?? throw (reference.Id == Signatures.Unknown
            ? new RpcException(RpcStatusCode.Unavailable, $"The provider '{reference.Urn}' could not be configured.")
            : new RpcException(RpcStatusCode.FailedPrecondition, $"The provider '{reference}' is neither in the state nor declared by the program."));
        var plugin = await StartAsync(state, cancellationToken).ConfigureAwait(false);
        return await ConfigureAsync(plugin, state, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DiffResult> DiffConfigAsync(ProviderReference old, ProviderReference current, CancellationToken cancellationToken)
    {
        if (oldProviders.GetValueOrDefault((old.Urn, old.Id)) is not { } before)
            return DiffResult.Unknown;

        var service = await GetServiceAsync(current, cancellationToken).ConfigureAwait(false);
        return await service.Plugin.DiffConfigAsync(
            before with { Inputs = ProviderInputs.WithoutInternals(before.Inputs) },
            ProviderInputs.WithoutInternals(service.Resource.Inputs),
            [],
            cancellationToken).ConfigureAwait(false);
    }

    private Task<Plugin> StartAsync(ResourceState provider, CancellationToken cancellationToken) =>
        StartAsync(provider.Urn, provider.Inputs, cancellationToken);

    private Task<Plugin> StartAsync(Urn provider, PropertyMap inputs, CancellationToken cancellationToken) =>
        starter.StartAsync(ProviderInputs.PluginOf(provider, inputs), cancellationToken);

    private sealed record Service(Plugin Plugin, ResourceState Resource, IProvider Provider);
}
