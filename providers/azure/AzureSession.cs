using Azure.Core;
using Azure.Core.Pipeline;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Operations;
using Pulumirpc;

namespace Provisioning.Providers.Azure;

/// <summary>Who deploys and where to, found as the providers find it: for those who look at a cloud without changing it.</summary>
public sealed record AzureSession
{
    /// <summary>The signed-in deployer.</summary>
    public required TokenCredential Credential { get; init; }

    /// <summary>Entra's address, such as <c>https://login.microsoftonline.com/</c>.</summary>
    public required Uri Authority { get; init; }

    /// <summary>Whether the authority must be taken as it is, because the public cloud does not know it.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>Azure Resource Manager's address.</summary>
    public required Uri ResourceManager { get; init; }

    /// <summary>The scope of tokens for Azure Resource Manager.</summary>
    public required string ResourceManagerScope { get; init; }

    /// <summary>The tenant that the deployer signed in to.</summary>
    public required string TenantId { get; init; }

    /// <summary>The subscription that the stack is deployed to.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Signs in.</summary>
    /// <param name="handler">Sends requests and decides whom to trust.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="config">The stack's configuration, with keys such as <c>azure-native:tenantId</c>.</param>
    /// <param name="cancellationToken">Stops the sign-in.</param>
    /// <exception cref="Provisioning.Protocol.Rpc.RpcException">A setting is missing or wrong.</exception>
    /// <exception cref="global::Azure.Identity.AuthenticationFailedException">The credential got no token.</exception>
    public static async Task<AzureSession> OpenAsync(
        HttpMessageHandler handler, Func<string, string?> environment, IReadOnlyDictionary<string, string> config, CancellationToken cancellationToken)
    {
        var settings = SettingsOf(environment, config);
        settings.Require("the subscription to look at", Setting.SubscriptionId);
        var method = CredentialMethod.ChosenBy(settings);
        var transport = new HttpClientTransport(handler);
        var cloud = await CloudDiscovery.FindAsync(settings, transport, new Waits(TimeProvider.System, Random.Shared, CancellationToken.None), cancellationToken);
        var credential = method.Create(settings, cloud, transport);
        return new AzureSession
        {
            Credential = credential,
            Authority = cloud.Authority,
            IsPrivate = cloud.IsPrivate,
            ResourceManager = cloud.ResourceManager,
            ResourceManagerScope = cloud.ResourceManagerScope,
            TenantId = (await Caller.FindAsync(credential, cloud.ResourceManagerScope, cancellationToken)).TenantId,
            SubscriptionId = settings.Get(Setting.SubscriptionId),
        };
    }

    /// <summary>The settings of the provider, from a stack's configuration and the environment.</summary>
    internal static ProviderSettings SettingsOf(Func<string, string?> environment, IReadOnlyDictionary<string, string> config)
    {
        var request = new ConfigureRequest();
        foreach (var (key, value) in config)
            request.Variables[key.Replace(":", ":config:", StringComparison.Ordinal)] = value;
        return ProviderSettings.Read(AzureNativeProvider.Package, request, environment);
    }
}
