using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Provisioning.Sandbox.Entra;

/// <summary>An RS256 key that tokens are signed with. Thread-safe.</summary>
public sealed class SigningKey
{
    private const int KeySizeInBits = 2048;
    private readonly RSA rsa;

    private SigningKey(RSA rsa)
    {
        this.rsa = rsa;
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        SecurityKey = key;
        PublicKey = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)) { KeyId = key.KeyId });
        PublicKey.Use = "sig";
        PublicKey.Alg = SecurityAlgorithms.RsaSha256;
    }

    /// <summary>The key's name in token headers and key sets: its RFC 7638 thumbprint.</summary>
    public string KeyId => SecurityKey.KeyId;

    /// <summary>The public part, as a key set shows it.</summary>
    public JsonWebKey PublicKey { get; }

    /// <summary>The key to verify with.</summary>
    internal SecurityKey SecurityKey { get; }

    /// <summary>The key for storing.</summary>
    public SigningKeyState State => new(rsa.ExportPkcs8PrivateKeyPem());

    /// <summary>Makes a new key.</summary>
    public static SigningKey Create() => new(RSA.Create(KeySizeInBits));

    /// <summary>Restores a stored key.</summary>
    /// <exception cref="CryptographicException">The state holds no RSA key.</exception>
    public static SigningKey Restore(SigningKeyState state)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(state.PrivateKeyPem);
        return new SigningKey(rsa);
    }

    /// <summary>Signs a token.</summary>
    /// <param name="payload">The claims as a JSON object.</param>
    internal string Sign(string payload) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(payload, new SigningCredentials(SecurityKey, SecurityAlgorithms.RsaSha256));
}
