using System.Collections.Concurrent;
using System.Collections.Immutable;
using Provisioning.Engine.Hosting;
using Provisioning.Engine.Operations;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;

namespace Provisioning.Engine.Providers;

/// <summary>Starts providers and owns them until the operation ends. Thread-safe.</summary>
/// <param name="operation">Names the loader, and what every provider is started with.</param>
/// <param name="builtins">Makes the provider of the engine's own package.</param>
/// <param name="engine">Where providers of this process log.</param>
/// <param name="endpoint">Where plugins find the engine.</param>
internal sealed class PluginStarter(
    OperationRequest operation, Func<IResourceProvider> builtins, IEngine engine, IEngineEndpoint endpoint) : IAsyncDisposable
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
                : await operation.Providers.LoadAsync(Request(package, version), cancellationToken).ConfigureAwait(false);
            var plugin = await Plugin.StartAsync(service, operation.RootDirectory, cancellationToken).ConfigureAwait(false);
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

    private ProviderRequest Request(string package, string? version) => new()
    {
        Package = package,
        Version = version,
        Project = operation.Stack.Project,
        RootDirectory = operation.RootDirectory,
        Config = operation.Config.Where(entry => entry.Key.StartsWith(package + ":", StringComparison.Ordinal)).ToImmutableDictionary(),
        Engine = engine,
        Endpoint = endpoint,
    };
}
