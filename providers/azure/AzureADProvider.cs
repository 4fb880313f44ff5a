using Azure.Core.Pipeline;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Graph;
using Provisioning.Providers.Azure.Lifecycle;

namespace Provisioning.Providers.Azure;

/// <summary>The provider <c>azuread</c>: applications and their principals in Microsoft Graph, with the shapes and ids of Pulumi's package.</summary>
public sealed class AzureADProvider : AzureProvider
{
    /// <summary>The package.</summary>
    public const string Package = "azuread";

    /// <summary>The version of the package that types are taken from.</summary>
    public const string Version = "6.9.1";

    /// <summary>Creates a provider; nothing is sent before it is configured.</summary>
    public AzureADProvider(AzureProviderHost host)
        : base(host, Package, Version)
    {
    }

    private protected override async Task<IProviderSession> OpenAsync(ProviderSettings settings, CancellationToken cancellationToken)
    {
        var method = CredentialMethod.ChosenBy(settings);
        var transport = new HttpClientTransport(Host.Handler);
        var cloud = await CloudDiscovery.FindAsync(settings, transport, Waits, cancellationToken);
        return new GraphSession(cloud, Host.Credential ?? method.Create(settings, cloud, transport), transport, Host, Waits);
    }
}
