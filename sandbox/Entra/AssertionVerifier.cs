using System.Collections.Immutable;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Provisioning.Sandbox.Entra;

/// <summary>
/// Checks the assertion of a client against its federated credentials, in Entra's order: form, issuer, keys,
/// signature, validity, subject, audience. Every comparison is ordinal.
/// </summary>
internal sealed class AssertionVerifier(IssuerKeys keys, TimeProvider clock)
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Why the assertion is refused; null when a credential accepts it.</summary>
    /// <param name="clientId">The client the credentials are of.</param>
    /// <param name="assertion">The compact JWT.</param>
    /// <param name="credentials">The client's credentials, replicated or not.</param>
    public async Task<EntraError?> VerifyAsync(Guid clientId, string assertion, ImmutableArray<FederatedCredential> credentials)
    {
        if (Parse(assertion) is not { } token)
            return EntraErrors.AssertionMalformed();

        var now = clock.GetUtcNow();
        var visible = credentials.Where(credential => credential.VisibleAt <= now).ToImmutableArray();
        if (!visible.Any(credential => credential.Issuer == token.Issuer))
        {
            if (IsOnItsWay(token, credentials))
                return EntraErrors.NoMatch(token.Issuer, token.Subject, token.Audiences.First());
            return visible.IsEmpty ? EntraErrors.NoCredentials(clientId) : EntraErrors.IssuerNotFound(token.Issuer);
        }

        if (keys.Find(token.Issuer) is not { } issuerKeys)
            return EntraErrors.IssuerUnreachable(token.Issuer);
        if (!await IsSignedByAsync(assertion, issuerKeys))
            return EntraErrors.SignatureInvalid();
        if (now < ValidFrom(token) || now >= Expiry(token))
            return EntraErrors.AssertionNotInTime(now, ValidFrom(token), Expiry(token));

        var mismatch = Compare(token, [.. visible.Where(credential => credential.Issuer == token.Issuer)]);
        return mismatch is not null && IsOnItsWay(token, credentials)
            ? EntraErrors.NoMatch(token.Issuer, token.Subject, token.Audiences.First())
            : mismatch;
    }

    private static JsonWebToken? Parse(string assertion)
    {
        JsonWebToken token;
        try
        {
            token = new JsonWebToken(assertion);
        }
        catch (ArgumentException)
        {
            return null;
        }

        return token.Issuer.Length > 0 && token.Subject.Length > 0 && token.Audiences.Any() ? token : null;
    }

    private static EntraError? Compare(JsonWebToken token, ImmutableArray<FederatedCredential> credentials)
    {
        var ofSubject = credentials.Where(credential => credential.Subject == token.Subject).ToImmutableArray();
        if (!ofSubject.IsEmpty)
        {
            return ofSubject.Any(credential => token.Audiences.Contains(credential.Audience, StringComparer.Ordinal))
                ? null
                : EntraErrors.AudienceNotFound(token.Audiences.First());
        }

        var inOtherCase = credentials.FirstOrDefault(credential => credential.Subject.Equals(token.Subject, StringComparison.OrdinalIgnoreCase));
        return inOtherCase is null
            ? EntraErrors.SubjectNotFound(token.Subject)
            : EntraErrors.SubjectCaseDiffers(token.Subject, inOtherCase.Subject);
    }

    /// <summary>Whether a credential that is not replicated yet would accept the assertion.</summary>
    private static bool IsOnItsWay(JsonWebToken token, ImmutableArray<FederatedCredential> credentials) =>
        credentials.Any(credential =>
            credential.Issuer == token.Issuer && credential.Subject == token.Subject
            && token.Audiences.Contains(credential.Audience, StringComparer.Ordinal));

    private static DateTimeOffset ValidFrom(JsonWebToken token) => Instant(token, "nbf");

    private static DateTimeOffset Expiry(JsonWebToken token) => Instant(token, "exp");

    /// <summary>A time claim; the epoch when it is absent, as Entra prints it.</summary>
    private static DateTimeOffset Instant(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<long>(claim, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.UnixEpoch;

    private async Task<bool> IsSignedByAsync(string assertion, ImmutableArray<SecurityKey> issuerKeys)
    {
        var result = await _handler.ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            IssuerSigningKeys = issuerKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }
}
