using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.KeyVault/vaults (bicep-types-az, generated/keyvault/2024-11-01).</summary>
internal static class KeyVault
{
    /// <summary>
    /// The type. Access policies may be written by others through a sub-resource: a vault whose inputs do not list them
    /// keeps the ones it has. A deleted vault holds its name until it is purged or recovered.
    /// </summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:keyvault:Vault",
        Noun = "key vault",
        ApiVersion = "2024-11-01",
        Path = PathTemplate.Parse("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.KeyVault/vaults/{vaultName}"),
        AutoName = AutoName.Random,
        Name = new NameRule("^[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$", "3 to 24 letters, digits or '-', starting with a letter and not ending in '-'"),
        Envelope = ["location", "properties", "tags"],
        Flattens = false,
        Required = ["properties"],
        Replaces = ["location"],
        ReadOnly =
        [
            "properties.hsmPoolResourceId", "properties.privateEndpointConnections", "properties.provisioningState", "properties.vaultUri",
        ],
        SharedLists = ["properties.accessPolicies"],
        SoftDelete = new SoftDelete
        {
            Store = PathTemplate.Parse("/subscriptions/{subscriptionId}/providers/Microsoft.KeyVault/locations/{location}/deletedVaults/{vaultName}"),
            OriginalId = "properties.vaultId",
            BlockedCode = "ConflictError",
            RecoverSwitch = "properties.createMode",
            RecoverValue = "recover",
        },
    };
}
