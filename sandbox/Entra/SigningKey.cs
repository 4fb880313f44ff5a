using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Entra;

/// <summary>The RS256 key that the tenant signs its tokens with. Safe for concurrent use.</summary>
internal sealed class SigningKey
{
    private const int SizeInBits = 2048;
    private readonly SigningCredentials _credentials;

    private SigningKey(RSA rsa)
    {
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        _credentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
    }

    /// <summary>The key to verify with; its id is the RFC 7638 thumbprint.</summary>
    public RsaSecurityKey SecurityKey => (RsaSecurityKey)_credentials.Key;

    /// <summary>The public parts, as a key set shows them.</summary>
    public RSAParameters PublicParameters => SecurityKey.Rsa.ExportParameters(includePrivateParameters: false);

    /// <summary>The key of a world; made at its first start.</summary>
    public static SigningKey Open(SandboxWorld world)
    {
        var table = world.Table<StoredKey>("tenantKeys");
        var rsa = RSA.Create(SizeInBits);
        if (table.TryGet("signing", out var stored))
            rsa.ImportPkcs8PrivateKey(stored.Pkcs8, out _);
        else
            table.Put("signing", new StoredKey(rsa.ExportPkcs8PrivateKey()));
        return new SigningKey(rsa);
    }

    /// <summary>Signs a token.</summary>
    /// <param name="payload">The claims as a JSON object.</param>
    public string Sign(string payload) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(payload, _credentials);
}
