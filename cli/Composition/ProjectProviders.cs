using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Engine.Plugins;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure;
using Provisioning.Providers.DeepLake;

namespace Provisioning.Cli.Composition;

/// <summary>
/// The providers of a stack: those that are part of this program, and plugins for all other packages and those that the
/// configuration names.
/// </summary>
/// <param name="target">Where the providers of this program deploy to.</param>
/// <param name="plugins">Finds plugins.</param>
/// <param name="preferred">The packages for which a plugin is used although this program has a provider.</param>
/// <param name="time">The clock for waits.</param>
internal sealed class ProjectProviders(
    DeploymentTarget target, PluginProviderLoader plugins, ImmutableHashSet<string> preferred, TimeProvider time) : IProviderLoader
{
    /// <summary>The configuration that lists packages whose plugins are used: a JSON list such as <c>["azure-native"]</c>.</summary>
    public const string PluginsKey = "provisioning:plugins";

    /// <inheritdoc/>
    public Task<IResourceProvider> LoadAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        !preferred.Contains(request.Package) && Create(request.Package, request.Engine) is { } provider
            ? Task.FromResult(provider)
            : plugins.LoadAsync(request, cancellationToken);

    /// <summary>Reads <see cref="PluginsKey"/>.</summary>
    /// <exception cref="ProjectException">It is no such list.</exception>
    public static ImmutableHashSet<string> Preferred(ImmutableDictionary<string, string> config)
    {
        if (!config.TryGetValue(PluginsKey, out var text))
            return [];
        try
        {
            return [.. JsonSerializer.Deserialize(text, ConfigurationJson.Default.StringArray) ?? []];
        }
        catch (JsonException exception)
        {
            throw new ProjectException($"The configuration '{PluginsKey}' must be a list of packages, such as [azure-native].", exception);
        }
    }

    private IResourceProvider? Create(string package, IEngine engine) => package switch
    {
        AzureNativeProvider.Package => new AzureNativeProvider(AzureHost(engine)),
        AzureADProvider.Package => new AzureADProvider(AzureHost(engine)),
        DeepLakeProvider.Package => new DeepLakeProvider(new DeepLakeProviderHost
        {
            Handler = target.Handler,
            Environment = target.Environment,
            Time = time,
            Engine = engine,
        }),
        _ => null,
    };

    private AzureProviderHost AzureHost(IEngine engine) => new()
    {
        Handler = target.Handler,
        Environment = target.Environment,
        Time = time,
        Random = new Random(),
        Engine = engine,
    };
}
