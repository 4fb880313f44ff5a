using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Vault;

/// <summary>Encrypts and decrypts with a key that stays in the vault.</summary>
internal static class VaultCipher
{
    /// <summary>Does what a body asks for: <c>alg</c>, and <c>value</c> in Base64 for URLs.</summary>
    /// <param name="http">The request.</param>
    /// <param name="key">The key.</param>
    /// <param name="version">The version to use.</param>
    /// <param name="encrypts">Encrypt, or else decrypt.</param>
    /// <param name="body">What is asked for.</param>
    /// <param name="arm">Keeps the key.</param>
    public static IResult Answer(HttpContext http, ArmResource key, string version, bool encrypts, JsonObject body, ArmWorld arm)
    {
        var operation = encrypts ? "encrypt" : "decrypt";
        if (key.Open().TextAt("properties", "kty") is not ("RSA" or "RSA-HSM"))
            return VaultErrors.Refuse(http, 400, "BadParameter", $"The operation '{operation}' needs a key of the kind RSA.");
        if (key.Open().FlagAt("properties", "attributes", "enabled") is false)
            return VaultErrors.Forbidden(http, "KeyDisabled", $"The operation '{operation}' is not allowed on a disabled key.");
        if (PaddingOf(body.TextAt("alg")) is not { } padding)
            return VaultErrors.Refuse(http, 400, "BadParameter", $"The algorithm '{body.TextAt("alg")}' is not one of RSA-OAEP-256, RSA-OAEP and RSA1_5.");
        if (body.TextAt("value") is not { } value || !Base64Url.IsValid(value))
            return VaultErrors.Refuse(http, 400, "BadParameter", "The 'value' must be Base64 for URLs.");

        try
        {
            using var rsa = VaultKeyMaterial.Open(key, version, arm);
            var data = Base64Url.DecodeFromChars(value);
            var result = encrypts ? rsa.Encrypt(data, padding) : rsa.Decrypt(data, padding);
            return JsonAnswer.Of(new JsonObject
            {
                ["kid"] = $"{DataPlaneAddresses.Vault(arm.Sandbox, key.ArmId.Parent.Name)}keys/{key.ArmId.Name}/{version}",
                ["value"] = Base64Url.EncodeToString(result),
            });
        }
        catch (CryptographicException)
        {
            return VaultErrors.Refuse(http, 400, "BadParameter", $"The 'value' cannot be {operation}ed by this version of the key.");
        }
    }

    private static RSAEncryptionPadding? PaddingOf(string? algorithm) => algorithm switch
    {
        "RSA-OAEP-256" => RSAEncryptionPadding.OaepSHA256,
        "RSA-OAEP" => RSAEncryptionPadding.OaepSHA1,
        "RSA1_5" => RSAEncryptionPadding.Pkcs1,
        _ => null,
    };
}
