using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.ContainerRegistry/registries (bicep-types-az, generated/containerregistry).</summary>
internal static class ContainerRegistry
{
    /// <summary>
    /// The type, in the version that azure-native 3.28 uses by default, which has no <c>roleAssignmentMode</c>.
    /// Its identity block takes a map on input.
    /// </summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:containerregistry:Registry",
        Noun = "container registry",
        ApiVersion = "2023-01-01-preview",
        Path = PathTemplate.Parse("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerRegistry/registries/{registryName}"),
        AutoName = AutoName.Random,
        Name = new NameRule("^[a-zA-Z0-9]{5,50}$", "5 to 50 letters and digits"),
        Envelope = ["identity", "location", "sku", "tags"],
        Properties =
        [
            "adminUserEnabled", "anonymousPullEnabled", "dataEndpointEnabled", "encryption", "networkRuleBypassOptions", "networkRuleSet",
            "policies", "publicNetworkAccess", "zoneRedundancy",
        ],
        Identity = IdentityStyle.Map,
        Required = ["sku"],
        Replaces = ["location", "zoneRedundancy", "encryption.status"],
        ReadOnly =
        [
            "sku.tier", "encryption.keyVaultProperties.keyRotationEnabled", "encryption.keyVaultProperties.lastKeyRotationTimestamp",
            "encryption.keyVaultProperties.versionedKeyIdentifier", "policies.retentionPolicy.lastUpdatedTime",
            "policies.softDeletePolicy.lastUpdatedTime",
        ],
    };
}
