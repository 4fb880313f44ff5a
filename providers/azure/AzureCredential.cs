using Azure.Core;
using Azure.Core.Pipeline;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Operations;

namespace Provisioning.Providers.Azure;

/// <summary>The deployer's credential for services beside Resource Manager, found as the providers find it.</summary>
public static class AzureCredential
{
    /// <summary>Finds it; no token is asked for yet. What names no way to sign in gets the default chain of Azure's own tools.</summary>
    /// <param name="handler">Sends requests and decides whom to trust.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="config">The stack's configuration, with keys such as <c>azure-native:tenantId</c>.</param>
    /// <param name="cancellationToken">Stops looking for the cloud.</param>
    /// <exception cref="Provisioning.Protocol.Rpc.RpcException">A setting is missing or wrong.</exception>
    public static async Task<TokenCredential> FindAsync(
        HttpMessageHandler handler, Func<string, string?> environment, IReadOnlyDictionary<string, string> config, CancellationToken cancellationToken)
    {
        var settings = AzureSession.SettingsOf(environment, config);
        var transport = new HttpClientTransport(handler);
        var cloud = await CloudDiscovery.FindAsync(settings, transport, new Waits(TimeProvider.System, Random.Shared, CancellationToken.None), cancellationToken);
        return CredentialMethod.ChosenBy(settings, CredentialMethod.DefaultCredentials).Create(settings, cloud, transport);
    }
}
