using Provisioning.Engine.Providers;
using Provisioning.Protocol.Services;
using Provisioning.Providers.Azure;
using Provisioning.Providers.DeepLake;

namespace Provisioning.Cli.Composition;

/// <summary>The providers that are part of this program.</summary>
/// <param name="target">Where they deploy to.</param>
/// <param name="time">The clock for their waits.</param>
internal sealed class InProcessProviders(DeploymentTarget target, TimeProvider time) : IProviderLoader
{
    /// <inheritdoc/>
    public Task<IResourceProvider> LoadAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Create(request.Package, request.Engine));

    private IResourceProvider Create(string package, IEngine engine) => package switch
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
        _ => throw new ProviderNotFoundException(
            $"The package '{package}' has no provider in this program; it has {AzureNativeProvider.Package}, {AzureADProvider.Package} and {DeepLakeProvider.Package}."),
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
