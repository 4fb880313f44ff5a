using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Connected (Arc) clusters, extensions of clusters, and where their operations are followed.</summary>
internal static class KubernetesTypes
{
    private const string Clusters = "Microsoft.Kubernetes";
    private const string Configuration = "Microsoft.KubernetesConfiguration";
    private const string Locations = ArmResourceType.SubscriptionRoute + "/providers/" + Clusters + "/locations/{location}/";

    private static readonly ApiVersions ClusterVersions = ApiVersions.Of(
        "2021-10-01", "2024-01-01", "2024-02-01-preview", "2024-07-15-preview", "2024-12-01-preview", "2025-08-01-preview", "2026-05-01");

    private static readonly ApiVersions ExtensionVersions = ApiVersions.Of("2022-03-01", "2022-11-01", "2023-05-01", "2024-11-01", "2025-03-01");

    /// <summary>Connected clusters.</summary>
    public static ArmResourceType ConnectedClusters { get; } = new(
        Clusters, [("connectedClusters", "clusterName")], ClusterVersions, @"^[-\w\._\(\)]{1,63}$")
    {
        HasSystemData = true,
        ReadOnlyProperties =
        [
            "connectivityStatus", "kubernetesVersion", "agentVersion", "totalNodeCount", "totalCoreCount", "offering", "lastConnectivityTime",
            "managedIdentityCertificateExpirationTime", "provisioningState",
        ],
    };

    /// <summary>Extensions of connected and managed clusters.</summary>
    public static ArmResourceType Extensions { get; } = new(
        Configuration, [("extensions", "extensionName")], ExtensionVersions, "^[a-zA-Z0-9][a-zA-Z0-9-.]{0,252}$")
    {
        ScopeRoute = "/{scope}",
        IsTracked = false,
        HasSystemData = true,
        ReadOnlyProperties =
            ["provisioningState", "extensionState", "currentVersion", "statuses", "errorInfo", "packageUri", "isSystemExtension", "customLocationSettings"],
    };

    /// <summary>Identities of a connected cluster and of an extension.</summary>
    public static IdentityRules Identity { get; } = new(MaximumUserAssigned: 0, CombinedType: null);

    /// <summary>Where the state of a cluster's operation is found.</summary>
    public static PollingRoute ClusterStatus { get; } = new(Locations + "operationStatuses/{operationId}", ClusterVersions);

    /// <summary>Where the state of an extension's operation is found.</summary>
    public static PollingRoute ExtensionStatus { get; } = new(
        ArmResourceType.SubscriptionRoute + "/providers/" + Configuration + "/locations/{location}/extensionOperations/{operationId}",
        ExtensionVersions);

    /// <summary>Headers of a cluster's operations.</summary>
    public static Polling ClusterPolling { get; } = new(ClusterStatus, Result: null);

    /// <summary>Headers of an extension's operations.</summary>
    public static Polling ExtensionPolling { get; } = new(ExtensionStatus, Result: null);
}
