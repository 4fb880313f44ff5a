using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Keys as Resource Manager shows them: all but their material.</summary>
internal static class VaultKey
{
    /// <summary>What a key can be.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["EC", "EC-HSM", "RSA", "RSA-HSM"];

    /// <summary>The properties of a new key.</summary>
    /// <param name="id">The key.</param>
    /// <param name="wanted">What was asked for; <c>kty</c> at least.</param>
    /// <param name="arm">Clock, addresses, and source of the version.</param>
    public static JsonObject Create(ArmId id, JsonObject wanted, ArmWorld arm)
    {
        var properties = wanted.Copy();
        var address = $"{DataPlaneAddresses.Vault(arm.Sandbox, id.Parent.Name)}keys/{id.Name}";
        properties["keyUri"] = address;
        properties["keyUriWithVersion"] = $"{address}/{Convert.ToHexStringLower(arm.Sandbox.Random.NextBytes(16))}";
        if (wanted.TextAt("kty") is { } kind && kind.StartsWith("RSA", StringComparison.Ordinal))
            properties.Default("keySize", 2048);
        properties.Default("keyOps", new JsonArray("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey"));
        var attributes = properties.Open("attributes");
        attributes.Default("enabled", true);
        attributes["created"] = arm.Sandbox.Now.ToUnixTimeSeconds();
        attributes["updated"] = arm.Sandbox.Now.ToUnixTimeSeconds();
        return properties;
    }
}
