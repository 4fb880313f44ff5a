using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.Storage/storageAccounts/blobServices/containers (bicep-types-az, generated/storage/2024-01-01).</summary>
internal static class BlobContainer
{
    /// <summary>The type. All operations are synchronous.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:storage:BlobContainer",
        Noun = "blob container",
        ApiVersion = "2024-01-01",
        Path = PathTemplate.Parse(StorageAccount.Path + "/blobServices/default/containers/{containerName}"),
        AutoName = AutoName.Copy,
        Name = new NameRule(
            "^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$",
            "3 to 63 lower-case letters, digits or single '-', starting and ending with a letter or digit"),
        Properties =
        [
            "defaultEncryptionScope", "denyEncryptionScopeOverride", "enableNfsV3AllSquash", "enableNfsV3RootSquash",
            "immutableStorageWithVersioning", "metadata", "publicAccess",
        ],
        Replaces = ["defaultEncryptionScope", "denyEncryptionScopeOverride", "immutableStorageWithVersioning"],
        ReadOnly = ["immutableStorageWithVersioning.migrationState", "immutableStorageWithVersioning.timeStamp"],
    };
}
