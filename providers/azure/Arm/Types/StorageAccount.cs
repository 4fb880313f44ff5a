using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.Storage/storageAccounts (bicep-types-az, generated/storage/2024-01-01; azurerm, storage_account_resource.go).</summary>
internal static class StorageAccount
{
    /// <summary>The path of one account.</summary>
    public const string Path = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Storage/storageAccounts/{accountName}";

    /// <summary>The type. An account of the old kind Storage can be upgraded to StorageV2 in place; other kinds are final.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:storage:StorageAccount",
        Noun = "storage account",
        ApiVersion = "2024-01-01",
        Path = PathTemplate.Parse(Path),
        AutoName = AutoName.Random,
        Name = new NameRule("^[a-z0-9]{3,24}$", "3 to 24 lower-case letters and digits"),
        Envelope = ["extendedLocation", "identity", "kind", "location", "sku", "tags"],
        Properties =
        [
            "accessTier", "allowBlobPublicAccess", "allowCrossTenantReplication", "allowSharedKeyAccess", "allowedCopyScope",
            "azureFilesIdentityBasedAuthentication", "customDomain", "defaultToOAuthAuthentication", "dnsEndpointType", "enableExtendedGroups",
            "enableHttpsTrafficOnly", "enableNfsV3", "encryption", "immutableStorageWithVersioning", "isHnsEnabled", "isLocalUserEnabled",
            "isSftpEnabled", "keyPolicy", "largeFileSharesState", "minimumTlsVersion", "networkRuleSet", "publicNetworkAccess",
            "routingPreference", "sasPolicy",
        ],
        Identity = IdentityStyle.List,
        Required = ["kind", "sku"],
        Replaces =
        [
            "location", "isHnsEnabled", "enableNfsV3", "dnsEndpointType", "extendedLocation", "immutableStorageWithVersioning",
            "encryption.requireInfrastructureEncryption",
            .. ReplaceRule.When("kind", "StorageV2", "kind"),
            .. ReplaceRule.When("kind", "BlobStorage", "kind"),
            .. ReplaceRule.When("kind", "BlockBlobStorage", "kind"),
            .. ReplaceRule.When("kind", "FileStorage", "kind"),
        ],
        WireNames = new WireNames(new Dictionary<string, string>
        {
            ["enableHttpsTrafficOnly"] = "supportsHttpsTrafficOnly",
            ["enableNfsV3"] = "isNfsV3Enabled",
            ["encryption.encryptionIdentity"] = "identity",
            ["encryption.encryptionIdentity.encryptionFederatedIdentityClientId"] = "federatedIdentityClientId",
            ["encryption.encryptionIdentity.encryptionUserAssignedIdentity"] = "userAssignedIdentity",
            ["encryption.keyVaultProperties"] = "keyvaultproperties",
            ["encryption.keyVaultProperties.keyName"] = "keyname",
            ["encryption.keyVaultProperties.keyVaultUri"] = "keyvaulturi",
            ["encryption.keyVaultProperties.keyVersion"] = "keyversion",
            ["networkRuleSet"] = "networkAcls",
            ["networkRuleSet.ipRules.iPAddressOrRange"] = "value",
            ["networkRuleSet.virtualNetworkRules.virtualNetworkResourceId"] = "id",
        }),
        ReadOnly =
        [
            "sku.tier", "encryption.keyVaultProperties.currentVersionedKeyExpirationTimestamp",
            "encryption.keyVaultProperties.currentVersionedKeyIdentifier", "encryption.keyVaultProperties.lastKeyRotationTimestamp",
            "encryption.services.blob.lastEnabledTime", "encryption.services.file.lastEnabledTime",
            "encryption.services.queue.lastEnabledTime", "encryption.services.table.lastEnabledTime",
        ],
        ResetOnRemoval = new Dictionary<string, PropertyValue>
        {
            ["networkRuleSet"] = new PropertyValue.ObjectValue(
                PropertyMap.Empty.With("bypass", "AzureServices").With("defaultAction", "Allow")),
        },
        Query = Expansion,
    };

    /// <summary>The function <c>getStorageAccount</c> may ask for more of the account.</summary>
    private static Dictionary<string, string> Expansion(PropertyMap properties, string tenant) =>
        properties.TextAt("expand") is { } expand ? new() { ["$expand"] = expand } : [];
}
