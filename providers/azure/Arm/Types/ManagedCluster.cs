using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.ContainerService/managedClusters (bicep-types-az, generated/containerservice).</summary>
internal static class ManagedCluster
{
    /// <summary>The type, read only: clusters are made elsewhere, and read here for their OIDC issuer and kubelet identity.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:containerservice:ManagedCluster",
        Noun = "managed cluster",
        ApiVersion = "2025-09-01",
        Path = PathTemplate.Parse("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/{resourceName}"),
        Envelope = ["identity", "kind", "location", "sku", "tags"],
        Identity = IdentityStyle.List,
        ReadsOnly = true,
    };
}
