using Provisioning.Protocol.Services;

namespace Provisioning.Engine.Providers;

/// <summary>Finds and starts providers: in this process, or plugin executables.</summary>
public interface IProviderLoader
{
    /// <summary>
    /// Starts a new, unconfigured instance of a package's provider; the engine owns and disposes it.
    /// </summary>
    /// <param name="package">The package, such as <c>azure-native</c>.</param>
    /// <param name="version">The version the program asks for, without a leading v; null for any.</param>
    /// <param name="engine">Where the provider logs.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="ProviderNotFoundException">There is no such provider.</exception>
    Task<IResourceProvider> LoadAsync(string package, string? version, IEngine engine, CancellationToken cancellationToken);
}
