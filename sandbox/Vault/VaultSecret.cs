using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Vault;

/// <summary>Secrets as the vault itself reads and writes them. Resource Manager sees the same ones, without their values.</summary>
internal static class VaultSecret
{
    /// <summary>A secret with its value.</summary>
    public static JsonObject Bundle(ArmResource secret, ArmWorld arm)
    {
        var item = Item(secret, arm);
        item["id"] = $"{item.TextAt("id")}/{VersionOf(secret)}";
        item["value"] = secret.OpenSecrets().TextAt("value");
        return item;
    }

    /// <summary>A secret as a listing shows it.</summary>
    public static JsonObject Item(ArmResource secret, ArmWorld arm)
    {
        var properties = secret.Open().ObjectAt("properties");
        return new JsonObject
        {
            ["id"] = $"{DataPlaneAddresses.Vault(arm.Sandbox, secret.ArmId.Parent.Name)}secrets/{secret.ArmId.Name}",
            ["contentType"] = properties.TextAt("contentType"),
            ["tags"] = secret.Open().At("tags")?.DeepClone() ?? new JsonObject(),
            ["attributes"] = new JsonObject
            {
                ["enabled"] = properties.FlagAt("attributes", "enabled") ?? true,
                ["created"] = secret.CreatedAt.ToUnixTimeSeconds(),
                ["updated"] = secret.ModifiedAt.ToUnixTimeSeconds(),
                ["recoveryLevel"] = "Recoverable+Purgeable",
                ["recoverableDays"] = 90,
            },
        };
    }

    /// <summary>The version that is current, 32 hexadecimal digits.</summary>
    public static string VersionOf(ArmResource secret) => secret.OpenSecrets().TextAt("version") ?? "";

    /// <summary>Stores a value as the newest version.</summary>
    public static ArmResource Write(ArmId id, string value, JsonObject body, Guid caller, ArmWorld arm)
    {
        var existing = arm.Resources.Find(id);
        var version = Convert.ToHexStringLower(arm.Sandbox.Random.NextBytes(16));
        var address = $"{DataPlaneAddresses.Vault(arm.Sandbox, id.Parent.Name)}secrets/{id.Name}";
        var secret = new ArmResource
        {
            Id = existing?.Id ?? id.Value,
            Body = Shape(body, address, version).Freeze(),
            Secrets = new JsonObject { ["value"] = value, ["version"] = version }.Freeze(),
            CreatedAt = existing?.CreatedAt ?? arm.Sandbox.Now,
            CreatedBy = existing?.CreatedBy ?? caller,
            ModifiedAt = arm.Sandbox.Now,
            ModifiedBy = caller,
            Revision = (existing?.Revision ?? 0) + 1,
        };
        arm.Resources.Put(secret);
        return secret;
    }

    /// <summary>The id of a secret of a vault.</summary>
    public static ArmId IdOf(ArmId vault, string name) => KeyVaultTypes.Secrets.IdIn(vault, name);

    private static JsonObject Shape(JsonObject body, string address, string version) => new()
    {
        ["tags"] = body.At("tags")?.DeepClone() ?? new JsonObject(),
        ["properties"] = new JsonObject
        {
            ["attributes"] = new JsonObject { ["enabled"] = body.FlagAt("attributes", "enabled") ?? true },
            ["contentType"] = body.TextAt("contentType"),
            ["secretUri"] = address,
            ["secretUriWithVersion"] = $"{address}/{version}",
        },
    };
}
