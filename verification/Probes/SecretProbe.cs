using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Verification.Probes;

/// <summary>Whether somebody may read a secret of a key vault, or see which there are. What the vault answers to a success is never read.</summary>
/// <remarks>
/// Requests are made here and not by <c>SecretClient</c>, which takes the scope of its token from the vault's challenge and holds the
/// secret's value as text.
/// </remarks>
/// <param name="transport">What sends the requests.</param>
/// <param name="vault">Address of the vault.</param>
/// <param name="secret">Name of the secret; null asks for the list.</param>
/// <param name="scope">Scope of the token, <c>https://vault.azure.net/.default</c> in the public cloud.</param>
internal sealed class SecretProbe(HttpPipelineTransport transport, Uri vault, string? secret, string scope) : IProbe
{
    private const string ApiVersion = "api-version=7.6";
    private const string UnknownVault = "VaultNotFound";

    private readonly ServiceClient _client = new(transport);

    /// <inheritdoc/>
    public async Task<ProbeAnswer> AskAsync(TokenCredential credential, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
        var reply = await _client.SendAsync(
            new ServiceRequest(RequestMethod.Get, Address()) { Bearer = token.Token, ReadsContent = false }, cancellationToken);
        return reply switch
        {
            ServiceReply.Success => new ProbeAnswer.Allowed(secret is null ? "the secrets can be listed" : "the secret can be read"),
            ServiceReply.Failure { Error.Code: "SecretNotFound" } => new ProbeAnswer.Allowed("the secret does not exist yet"),
            ServiceReply.Failure { Error.Code: "SecretDisabled" } => new ProbeAnswer.Allowed("the secret is disabled"),
            ServiceReply.Failure { Status: 404 } failure => failure.ToMissing(),
            ServiceReply.Failure failure => failure.ToAnswer(),
            ServiceReply.Unreached unreached => unreached.ToAnswer(UnknownVault),
            _ => throw new InvalidOperationException($"'{reply}' is no reply of a vault."),
        };
    }

    private Uri Address()
    {
        var secrets = $"{vault.GetLeftPart(UriPartial.Path).TrimEnd('/')}/secrets";
        return new Uri(secret is null ? $"{secrets}?maxresults=1&{ApiVersion}" : $"{secrets}/{Uri.EscapeDataString(secret)}?{ApiVersion}");
    }
}
