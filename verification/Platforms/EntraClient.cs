using Azure.Core;
using Azure.Identity;

namespace Provisioning.Verification.Platforms;

/// <summary>Makes Azure.Identity's credentials for the tenant of a stack. They send once: who waits for access decides when to try again.</summary>
/// <param name="target">The cloud.</param>
public sealed class EntraClient(VerificationTarget target)
{
    /// <summary>The scope of tokens for Azure Resource Manager, which every identity can get.</summary>
    public string ResourceManagerScope => target.ResourceManagerScope;

    /// <summary>Asks the managed-identity endpoint of the host that this process runs on.</summary>
    /// <param name="clientId">Client id of the identity to ask for; null for the host's own.</param>
    public TokenCredential OfManagedIdentity(string? clientId) => new ManagedIdentityCredential(
        Configure(new ManagedIdentityCredentialOptions(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId))));

    /// <summary>Exchanges the token in a file, as pods on Kubernetes and Radix do.</summary>
    /// <param name="clientId">Client id of the identity.</param>
    /// <param name="tokenFile">Path of the file.</param>
    public TokenCredential OfTokenFile(string clientId, string tokenFile)
    {
        var options = Configure(new WorkloadIdentityCredentialOptions { DisableInstanceDiscovery = target.IsPrivate });
        (options.TenantId, options.ClientId, options.TokenFilePath) = (target.TenantId, clientId, tokenFile);
        return new WorkloadIdentityCredential(options);
    }

    /// <summary>Exchanges a token that is asked for when it is needed, as pipelines do.</summary>
    /// <param name="clientId">Client id of the identity.</param>
    /// <param name="assertion">Gets the token of the platform.</param>
    public TokenCredential OfAssertion(string clientId, Func<CancellationToken, Task<string>> assertion) => new ClientAssertionCredential(
        target.TenantId,
        clientId,
        assertion,
        Configure(new ClientAssertionCredentialOptions { DisableInstanceDiscovery = target.IsPrivate }));

    private T Configure<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = target.Authority;
        options.Transport = target.Transport;
        options.Retry.MaxRetries = 0;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        return options;
    }
}
