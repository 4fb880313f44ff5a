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
    public async Task<Plugin> StartAsync(PluginReference reference, CancellationToken cancellationToken)
    {
        try
        {
            var service = reference.Package == BuiltinPackage
                ? builtins()
                : await operation.Providers.LoadAsync(Request(reference), cancellationToken).ConfigureAwait(false);
            var plugin = new Plugin(service);
            plugins.Add(plugin);
            await plugin.NegotiateAsync(operation.RootDirectory, reference.Parameterization, cancellationToken).ConfigureAwait(false);
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
    public async ValueTask DisposeAsync() => await Task.WhenAll(plugins.Select(plugin => plugin.DisposeAsync().AsTask())).ConfigureAwait(false);

    private ProviderRequest Request(PluginReference reference) => new()
    {
        Package = reference.Name,
        Version = reference.Version,
        Parameterization = reference.Parameterization,
        EnvironmentMappings = reference.EnvironmentMappings,
        Project = operation.Stack.Project,
        RootDirectory = operation.RootDirectory,
        Config = operation.Config.Where(entry => IsConfigurationOf(reference.Package, entry.Key)).ToImmutableDictionary(),
        Engine = engine,
        Endpoint = endpoint,
    };

    private static bool IsConfigurationOf(string package, string key) =>
        ProviderInputs.IsDynamic(package) || key.StartsWith(package + ":", StringComparison.Ordinal);
}
