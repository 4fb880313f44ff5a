using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.MachineLearningServices/workspaces (azure-rest-api-specs, workspaceRP.json; bicep-types-az 2025-12-01).</summary>
internal static class MachineLearningWorkspace
{
    /// <summary>The path of one workspace.</summary>
    public const string Path =
        "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.MachineLearningServices/workspaces/{workspaceName}";

    /// <summary>
    /// The type. Storage and vault are immutable and encryption is set at creation only, where azure-native plans an update
    /// that the service rejects; azurerm replaces as we do.
    /// </summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:machinelearningservices:Workspace",
        Noun = "machine learning workspace",
        ApiVersion = "2025-12-01",
        Path = PathTemplate.Parse(Path),
        AutoName = AutoName.Random,
        Name = new NameRule("^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$", "3 to 33 letters, digits, '-' or '_', starting with a letter or digit"),
        Envelope = ["identity", "kind", "location", "sku", "tags"],
        Properties =
        [
            "allowPublicAccessWhenBehindVnet", "applicationInsights", "associatedWorkspaces", "containerRegistry", "description",
            "discoveryUrl", "enableDataIsolation", "enableServiceSideCMKEncryption", "encryption", "featureStoreSettings", "friendlyName",
            "hbiWorkspace", "hubResourceId", "imageBuildCompute", "keyVault", "managedNetwork", "primaryUserAssignedIdentity",
            "provisionNetworkNow", "publicNetworkAccess", "serverlessComputeSettings", "serviceManagedResourcesSettings",
            "sharedPrivateLinkResources", "storageAccount", "systemDatastoresAuthMode", "v1LegacyMode", "workspaceHubConfig",
        ],
        Identity = IdentityStyle.List,
        Replaces = ["location", "storageAccount", "keyVault", "encryption", "enableServiceSideCMKEncryption", "hbiWorkspace"],
        SoftDelete = new SoftDelete { PurgeQuery = new Dictionary<string, string> { ["forceToPurge"] = "true" } },
        ReadOnly = ["managedNetwork.networkId", "managedNetwork.firewallPublicIpAddress"],
    };
}
