using Azure.Core.Pipeline;
using Provisioning.Providers.Azure.Arm;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Lifecycle;

namespace Provisioning.Providers.Azure;

/// <summary>The provider <c>azure-native</c>: resources of Azure Resource Manager, with the shapes and state of Pulumi's package.</summary>
public sealed class AzureNativeProvider : AzureProvider
{
    /// <summary>The package.</summary>
    public const string Package = "azure-native";

    /// <summary>The version of the package that types and API versions are taken from.</summary>
    public const string Version = "3.28.0";

    /// <summary>Creates a provider; nothing is sent before it is configured.</summary>
    public AzureNativeProvider(AzureProviderHost host)
        : base(host, Package, Version)
    {
    }

    private protected override async Task<IProviderSession> OpenAsync(ProviderSettings settings, CancellationToken cancellationToken)
    {
        settings.Require("the subscription that resources go to", Setting.SubscriptionId);
        var method = CredentialMethod.ChosenBy(settings);
        var transport = new HttpClientTransport(Host.Handler);
        var cloud = await CloudDiscovery.FindAsync(settings, transport, Waits, cancellationToken);
        var credential = Host.Credential ?? method.Create(settings, cloud, transport);
        return new ArmSession(settings, cloud, credential, transport, Host, Waits, NewOperation);
    }
}
