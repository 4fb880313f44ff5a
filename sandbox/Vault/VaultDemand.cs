using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.KeyVault;

namespace Provisioning.Sandbox.Vault;

/// <summary>What a request to a vault needs.</summary>
/// <param name="Type">What it is about: secrets or keys.</param>
/// <param name="Action">The data action, in a vault ruled by roles.</param>
/// <param name="Policy">The permission on them, in a vault ruled by access policies.</param>
internal sealed record VaultDemand(ArmResourceType Type, string Action, string Policy)
{
    /// <summary>Read a value.</summary>
    public static VaultDemand Get { get; } = OfSecrets("getSecret/action", "get");

    /// <summary>Write a value.</summary>
    public static VaultDemand Set { get; } = OfSecrets("setSecret/action", "set");

    /// <summary>See what there is.</summary>
    public static VaultDemand List { get; } = OfSecrets("readMetadata/action", "list");

    /// <summary>Read the public part of a key.</summary>
    public static VaultDemand ReadKey { get; } = OfKeys("read", "get");

    /// <summary>Make a key, or a version of one.</summary>
    public static VaultDemand CreateKey { get; } = OfKeys("create/action", "create");

    /// <summary>Encrypt with a key.</summary>
    public static VaultDemand Encrypt { get; } = OfKeys("encrypt/action", "encrypt");

    /// <summary>Decrypt with a key.</summary>
    public static VaultDemand Decrypt { get; } = OfKeys("decrypt/action", "decrypt");

    /// <summary>Encrypt another key.</summary>
    public static VaultDemand Wrap { get; } = OfKeys("wrap/action", "wrapKey");

    /// <summary>Decrypt another key.</summary>
    public static VaultDemand Unwrap { get; } = OfKeys("unwrap/action", "unwrapKey");

    /// <summary>The section of access policies that has the permission.</summary>
    public string Section => Type == KeyVaultTypes.Keys ? "keys" : "secrets";

    private static VaultDemand OfSecrets(string action, string policy) => new(KeyVaultTypes.Secrets, $"Microsoft.KeyVault/vaults/secrets/{action}", policy);

    private static VaultDemand OfKeys(string action, string policy) => new(KeyVaultTypes.Keys, $"Microsoft.KeyVault/vaults/keys/{action}", policy);
}
