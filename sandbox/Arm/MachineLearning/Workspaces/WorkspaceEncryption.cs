using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.KeyVault;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>The customer's key that a new workspace encrypts its data with: vault and key must be there.</summary>
/// <remarks>That Azure refuses is documented, by which code is not; it is that of the workspace's other dependencies here.</remarks>
internal static class WorkspaceEncryption
{
    private const string Member = "properties.encryption.keyVaultProperties";

    /// <summary>Why a workspace cannot be encrypted as it wants to be, or null.</summary>
    public static ArmError? Check(JsonObject properties, ArmWorld arm)
    {
        if (properties.ObjectAt("encryption", "keyVaultProperties") is not { } wanted)
            return null;
        if (wanted.IdAt("keyVaultArmId") is not { } id || arm.Resources.Find(id, KeyVaultTypes.Vaults) is not { } vault)
            return Refuse($"The vault '{wanted.TextAt("keyVaultArmId")}' of the customer-managed key was not found.", "keyVaultArmId");

        var identifier = wanted.TextAt("keyIdentifier") ?? "";
        var keys = vault.Open().TextAt("properties", "vaultUri") + "keys/";
        if (!identifier.StartsWith(keys, StringComparison.OrdinalIgnoreCase) || identifier.Length == keys.Length)
            return Refuse($"The key identifier '{identifier}' must begin with '{keys}', followed by the name of the key.", "keyIdentifier");

        return Exists(vault.ArmId, identifier[keys.Length..], arm)
            ? null
            : Refuse($"The customer-managed key '{identifier}' was not found in the vault '{vault.ArmId.Name}', or is disabled.", "keyIdentifier");
    }

    /// <summary>Whether there is an enabled key.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="path">The key's name, alone or followed by a slash and its version.</param>
    /// <param name="arm">Keeps the keys.</param>
    private static bool Exists(ArmId vault, string path, ArmWorld arm)
    {
        var name = path.Split('/')[0];
        if (arm.Resources.Find(KeyVaultTypes.Keys.IdIn(vault, name))?.Open().ObjectAt("properties") is not { } key)
            return false;
        var hasVersion = path == name || key.TextAt("keyUriWithVersion")?.EndsWith("/" + path, StringComparison.OrdinalIgnoreCase) is true;
        return hasVersion && key.FlagAt("attributes", "enabled") is not false;
    }

    private static ArmError Refuse(string message, string member) => ArmError.BadRequest("ValidationError", message, $"{Member}.{member}");
}
