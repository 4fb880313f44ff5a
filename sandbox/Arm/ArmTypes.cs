using System.Collections.Frozen;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.ContainerRegistry;
using Provisioning.Sandbox.Arm.ContainerService;
using Provisioning.Sandbox.Arm.Insights;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.Arm.Kubernetes;
using Provisioning.Sandbox.Arm.MachineLearning;
using Provisioning.Sandbox.Arm.ManagedIdentity;
using Provisioning.Sandbox.Arm.OperationalInsights;
using Provisioning.Sandbox.Arm.ResourceGroups;
using Provisioning.Sandbox.Arm.Storage;

namespace Provisioning.Sandbox.Arm;

/// <summary>All types of resources the sandbox has.</summary>
internal static class ArmTypes
{
    /// <summary>Resource groups.</summary>
    public static ArmResourceType ResourceGroups { get; } = new ResourceGroupType();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ArmResourceType> All { get; } =
    [
        ResourceGroups,
        AuthorizationTypes.RoleAssignments,
        AuthorizationTypes.RoleDefinitions,
        AuthorizationTypes.Locks,
        ManagedIdentityTypes.UserAssignedIdentities,
        ManagedIdentityTypes.FederatedIdentityCredentials,
        MachineLearningTypes.Workspaces,
        MachineLearningTypes.Computes,
        MachineLearningTypes.Connections,
        ContainerRegistryTypes.Registries,
        StorageTypes.Accounts,
        StorageTypes.BlobServices,
        StorageTypes.Containers,
        KeyVaultTypes.Vaults,
        KeyVaultTypes.Secrets,
        KeyVaultTypes.Keys,
        InsightsTypes.Components,
        OperationalInsightsTypes.Workspaces,
        KubernetesTypes.ConnectedClusters,
        KubernetesTypes.Extensions,
        ContainerServiceTypes.ManagedClusters,
    ];

    private static readonly FrozenDictionary<string, ArmResourceType> ByName =
        All.ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of a name, or null when the sandbox does not have it.</summary>
    public static ArmResourceType? Find(string name) => ByName.GetValueOrDefault(name);
}
