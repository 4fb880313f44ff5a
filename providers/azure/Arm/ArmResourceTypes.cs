using System.Collections.Frozen;
using Provisioning.Providers.Azure.Arm.Types;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>The table of all types of Azure Resource Manager that the provider knows.</summary>
internal static class ArmResourceTypes
{
    /// <summary>The types by token.</summary>
    public static FrozenDictionary<string, ArmResourceType> ByToken { get; } = new[]
    {
        ResourceGroup.Type,
        UserAssignedIdentity.Type,
        FederatedIdentityCredential.Type,
        RoleAssignment.Type,
        RoleDefinition.Type,
        MachineLearningWorkspace.Type,
        MachineLearningCompute.Type,
        MachineLearningConnection.Type,
        ContainerRegistry.Type,
        StorageAccount.Type,
        BlobContainer.Type,
        KeyVault.Type,
        ApplicationInsights.Type,
        LogAnalyticsWorkspace.Type,
        ConnectedCluster.Type,
        ManagedCluster.Type,
    }.ToFrozenDictionary(type => type.Token, StringComparer.Ordinal);
}
