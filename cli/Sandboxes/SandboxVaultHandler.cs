namespace Provisioning.Cli.Sandboxes;

/// <summary>Sends what is for a vault in Azure to the vault of that name in a sandbox, whose vaults have no host names.</summary>
internal sealed class SandboxVaultHandler : DelegatingHandler
{
    private const string Suffix = ".vault.azure.net";

    private readonly Uri vaults;

    /// <summary>Creates the handler.</summary>
    /// <param name="vaults">The sandbox's vaults, each below its name.</param>
    /// <param name="transport">Sends to the sandbox.</param>
    public SandboxVaultHandler(Uri vaults, HttpMessageHandler transport)
        : base(transport) => this.vaults = vaults;

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } asked && asked.Host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
        {
            request.RequestUri = new Uri(vaults, asked.Host[..^Suffix.Length] + asked.PathAndQuery);
            request.Headers.Host = null;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
