using System.Collections.Concurrent;
using System.Collections.Immutable;
using Azure.Core;
using Provisioning.Verification.Platforms;

namespace Provisioning.Cli.Verification;

/// <summary>The identity hosts of one verification.</summary>
internal sealed class IdentityHosts : IIdentityHosts
{
    private readonly ConcurrentBag<IdentityHost> hosts = [];

    /// <inheritdoc/>
    public TokenCredential Start(ImmutableDictionary<string, string> environment, string? clientId)
    {
        var host = new IdentityHost(environment, clientId);
        hosts.Add(host);
        return host;
    }

    /// <summary>Ends them.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
            await host.DisposeAsync();
    }
}
