namespace Provisioning.Sandbox.Vault;

/// <summary>What a request to a vault needs.</summary>
/// <param name="Action">The data action, in a vault ruled by roles.</param>
/// <param name="Policy">The permission on secrets, in a vault ruled by access policies.</param>
internal sealed record VaultDemand(string Action, string Policy)
{
    /// <summary>Read a value.</summary>
    public static VaultDemand Get { get; } = new("Microsoft.KeyVault/vaults/secrets/getSecret/action", "get");

    /// <summary>Write a value.</summary>
    public static VaultDemand Set { get; } = new("Microsoft.KeyVault/vaults/secrets/setSecret/action", "set");

    /// <summary>See what there is.</summary>
    public static VaultDemand List { get; } = new("Microsoft.KeyVault/vaults/secrets/readMetadata/action", "list");
}
