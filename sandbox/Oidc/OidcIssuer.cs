using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Provisioning.Sandbox.Oidc;

/// <summary>An OpenID Connect issuer outside of Entra: it signs tokens (RS256) and publishes its keys.</summary>
internal sealed class OidcIssuer
{
    private readonly RsaSecurityKey _key;
    private readonly TimeProvider _clock;

    /// <summary>Creates the issuer.</summary>
    /// <param name="name">Name in the issuer's address.</param>
    /// <param name="issuer">The <c>iss</c> of its tokens, byte for byte.</param>
    /// <param name="key">Signing key.</param>
    /// <param name="clock">Clock for the tokens' times.</param>
    public OidcIssuer(string name, string issuer, RSA key, TimeProvider clock)
    {
        Name = name;
        Issuer = issuer;
        _clock = clock;
        _key = new RsaSecurityKey(key);
        _key.KeyId = Base64UrlEncoder.Encode(_key.ComputeJwkThumbprint());
    }

    /// <summary>Name in the issuer's address.</summary>
    public string Name { get; }

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer { get; }

    /// <summary>The public key, as published.</summary>
    public JsonWebKey PublicKey
    {
        get
        {
            var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
            return new JsonWebKey
            {
                Kty = JsonWebAlgorithmsKeyTypes.RSA,
                Use = JsonWebKeyUseNames.Sig,
                Alg = SecurityAlgorithms.RsaSha256,
                Kid = _key.KeyId,
                N = Base64UrlEncoder.Encode(parameters.Modulus),
                E = Base64UrlEncoder.Encode(parameters.Exponent),
            };
        }
    }

    /// <summary>Signs a token that is valid from now on.</summary>
    /// <param name="subject">The <c>sub</c>.</param>
    /// <param name="audience">The <c>aud</c>.</param>
    /// <param name="lifetime">Time until it expires.</param>
    /// <param name="id">The <c>jti</c>.</param>
    public string Issue(string subject, string audience, TimeSpan lifetime, Guid id)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = new Dictionary<string, object> { ["sub"] = subject, ["jti"] = id.ToString() },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }
}
