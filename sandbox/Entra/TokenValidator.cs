using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra;

/// <summary>Checks bearer tokens as Azure's services do: signature, issuer, audience, validity. Safe for concurrent use.</summary>
internal sealed class TokenValidator(SandboxContext context, SigningKey key)
{
    private const string Scheme = "Bearer ";
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Checks the value of an Authorization header.</summary>
    /// <param name="authorization">The header's value; null or empty when the call has none.</param>
    /// <param name="audiences">The resources the token can be for; a trailing slash more or less does not matter.</param>
    public async Task<TokenValidation> ValidateAsync(string? authorization, IReadOnlyCollection<string> audiences)
    {
        if (string.IsNullOrEmpty(authorization))
            return new TokenValidation.Refused(TokenRefusal.Missing, "Authentication failed. The 'Authorization' header is missing.");
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new TokenValidation.Refused(TokenRefusal.Malformed, "The authentication scheme is not supported; send a bearer token.");

        var result = await _handler.ValidateTokenAsync(authorization[Scheme.Length..].Trim(), Parameters(audiences));
        return result.IsValid ? Read((JsonWebToken)result.SecurityToken, result.ClaimsIdentity) : Explain(result.Exception);
    }

    private TokenValidationParameters Parameters(IReadOnlyCollection<string> audiences) => new()
    {
        ValidIssuer = TokenIssuer.IssuerOf(context.Options.TenantId),
        IssuerSigningKey = key.SecurityKey,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidAudiences = audiences,
        IgnoreTrailingSlashWhenValidatingAudience = true,
        LifetimeValidator = ValidateLifetime,
    };

    private bool ValidateLifetime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = context.Now.UtcDateTime;
        if (expires is null || now >= expires)
            throw new SecurityTokenExpiredException("The token's validity is over.");
        if (now < notBefore)
            throw new SecurityTokenNotYetValidException("The token's validity has not begun.");
        return true;
    }

    private static TokenValidation Read(JsonWebToken token, ClaimsIdentity claims)
    {
        if (!Guid.TryParse(claims.FindFirst("oid")?.Value, out var objectId)
            || !Guid.TryParse(claims.FindFirst("appid")?.Value, out var appId)
            || !Guid.TryParse(claims.FindFirst("tid")?.Value, out var tenant))
        {
            return new TokenValidation.Refused(TokenRefusal.Malformed, "The access token lacks one of the claims 'oid', 'appid' and 'tid'.");
        }

        return new TokenValidation.Accepted(new TokenPrincipal
        {
            ObjectId = objectId,
            AppId = appId,
            TenantId = tenant,
            Audience = token.Audiences.First(),
            IdType = claims.FindFirst("idtyp")?.Value ?? "",
            ManagedIdentityResourceId = claims.FindFirst("xms_mirid")?.Value,
            ExpiresAt = new DateTimeOffset(token.ValidTo, TimeSpan.Zero),
        });
    }

    private TokenValidation.Refused Explain(Exception failure) => failure switch
    {
        SecurityTokenExpiredException => new(TokenRefusal.Expired, "The access token expiry is over. Ask for a new token."),
        SecurityTokenNotYetValidException => new(TokenRefusal.NotYetValid, "The access token is not valid yet. Check the clocks."),
        SecurityTokenInvalidAudienceException wrong =>
            new(TokenRefusal.WrongAudience, $"The access token has been obtained for the wrong audience or resource '{wrong.InvalidAudience}'."),
        SecurityTokenInvalidIssuerException wrong =>
            new(
                TokenRefusal.WrongIssuer,
                $"The access token is from the wrong issuer '{wrong.InvalidIssuer}'. It must match the tenant '{TokenIssuer.IssuerOf(context.Options.TenantId)}'."),
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException =>
            new(TokenRefusal.BadSignature, "The access token validation failure: its signature is not the tenant's."),
        _ => new(TokenRefusal.Malformed, "The access token is invalid: it is no JWT."),
    };
}
