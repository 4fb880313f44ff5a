using Provisioning.Protocol.Services;

namespace Provisioning.Providers.DeepLake;

/// <summary>What the provider needs from the process it runs in.</summary>
public sealed record DeepLakeProviderHost
{
    /// <summary>
    /// Sends HTTP requests and decides which certificates to trust. Owned by the host, which disposes it after the provider;
    /// null for a handler of the provider's own.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The clock for every wait.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Spreads retries; must be thread-safe. Default: the framework's shared one.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Told what operations wait for and what they adopt.</summary>
    public required IEngine Engine { get; init; }

    /// <summary>
    /// Connects <see cref="Engine"/> to an engine that found the provider running, by its address; null when the provider is
    /// part of the engine's own process.
    /// </summary>
    public Action<string>? Attach { get; init; }
}
