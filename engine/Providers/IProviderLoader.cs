using Provisioning.Protocol.Services;

namespace Provisioning.Engine.Providers;

/// <summary>Finds and starts providers: in this process, or plugin executables.</summary>
public interface IProviderLoader
{
    /// <summary>
    /// Starts a new, unconfigured instance of a package's provider; the engine owns and disposes it.
    /// </summary>
    /// <param name="request">Which one, and what it is started with.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="ProviderNotFoundException">There is no such provider.</exception>
    Task<IResourceProvider> LoadAsync(ProviderRequest request, CancellationToken cancellationToken);
}
