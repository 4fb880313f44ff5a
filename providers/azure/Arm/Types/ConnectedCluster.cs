using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.Kubernetes/connectedClusters (bicep-types-az, generated/hybridkubernetes).</summary>
internal static class ConnectedCluster
{
    /// <summary>
    /// The type, read only: the agent of Azure Arc creates it. azure-native 3.28 reads it in version 2024-02-01-preview, which
    /// lacks <c>oidcIssuerProfile</c>; this is the first stable version with it.
    /// </summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:kubernetes:ConnectedCluster",
        Noun = "connected cluster",
        ApiVersion = "2026-05-01",
        Path = PathTemplate.Parse("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Kubernetes/connectedClusters/{clusterName}"),
        Envelope = ["identity", "kind", "location", "tags"],
        Properties =
        [
            "aadProfile", "agentPublicKeyCertificate", "arcAgentProfile", "azureHybridBenefit", "distribution", "distributionVersion",
            "infrastructure", "oidcIssuerProfile", "privateLinkScopeResourceId", "privateLinkState", "provisioningState",
        ],
        ReadsOnly = true,
    };
}
