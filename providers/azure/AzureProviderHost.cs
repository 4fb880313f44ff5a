using Azure.Core;
using Provisioning.Protocol.Services;

namespace Provisioning.Providers.Azure;

/// <summary>What the providers need from the process they run in.</summary>
public sealed record AzureProviderHost
{
    /// <summary>
    /// Sends HTTP requests, for Azure and for sign-in alike; decides which certificates to trust. Owned by the host, which
    /// disposes it after the providers.
    /// </summary>
    public required HttpMessageHandler Handler { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The clock for every wait.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Spreads retries and makes correlation ids; need not be thread-safe.</summary>
    public required Random Random { get; init; }

    /// <summary>Told what operations wait for.</summary>
    public required IEngine Engine { get; init; }

    /// <summary>Replaces the credential that the configuration describes; null, as in production, uses the configuration.</summary>
    public TokenCredential? Credential { get; init; }
}
