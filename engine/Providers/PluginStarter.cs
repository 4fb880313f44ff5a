using System.Collections.Concurrent;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;

namespace Provisioning.Engine.Providers;

/// <summary>Starts providers and owns them until the operation ends. Thread-safe.</summary>
/// <param name="loader">Where packages come from.</param>
/// <param name="builtins">Makes the provider of the engine's own package.</param>
/// <param name="engine">Where providers log.</param>
/// <param name="rootDirectory">The folder of <c>Pulumi.yaml</c>.</param>
internal sealed class PluginStarter(
    IProviderLoader loader, Func<IResourceProvider> builtins, IEngine engine, string rootDirectory) : IAsyncDisposable
{
    /// <summary>The package that the engine serves itself.</summary>
    public const string BuiltinPackage = "pulumi";

    private readonly ConcurrentBag<Plugin> plugins = [];

    /// <summary>Starts a new instance of a package's provider.</summary>
    /// <exception cref="RpcException">There is no such provider (<see cref="RpcStatusCode.NotFound"/>), or it failed to start.</exception>
    public async Task<Plugin> StartAsync(string package, string? version, CancellationToken cancellationToken)
    {
        try
        {
            var service = package == BuiltinPackage
                ? builtins()
                : await loader.LoadAsync(package, version, engine, cancellationToken).ConfigureAwait(false);
            var plugin = await Plugin.StartAsync(service, rootDirectory, cancellationToken).ConfigureAwait(false);
            plugins.Add(plugin);
            return plugin;
        }
        catch (ProviderNotFoundException exception)
        {
            throw new RpcException(RpcStatusCode.NotFound, exception.Message, exception);
        }
    }

    /// <summary>Asks every provider to end its running calls soon.</summary>
    public Task CancelAllAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(plugins.Select(plugin => plugin.CancelAsync(cancellationToken)));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var plugin in plugins)
            await plugin.DisposeAsync().ConfigureAwait(false);
    }
}
