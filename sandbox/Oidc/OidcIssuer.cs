using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Provisioning.Sandbox.Oidc;

/// <summary>An OpenID Connect issuer outside of Entra: it signs tokens (RS256) and publishes its keys.</summary>
internal sealed class OidcIssuer
{
    private readonly RsaSecurityKey _key;

    /// <summary>Creates the issuer.</summary>
    /// <param name="issuer">The <c>iss</c> of its tokens, byte for byte.</param>
    /// <param name="key">Signing key.</param>
    public OidcIssuer(string issuer, RSA key)
    {
        Issuer = issuer;
        _key = new RsaSecurityKey(key);
        _key.KeyId = Base64UrlEncoder.Encode(_key.ComputeJwkThumbprint());
    }

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

    /// <summary>Signs a token.</summary>
    public string Issue(OidcToken token) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(token.Payload(Issuer).ToJsonString(), new SigningCredentials(_key, SecurityAlgorithms.RsaSha256));
}
