using Provisioning.Sandbox.Arm.Authorization.Locks;
using Provisioning.Sandbox.Arm.Authorization.Permissions;
using Provisioning.Sandbox.Arm.Authorization.RoleAssignments;
using Provisioning.Sandbox.Arm.Authorization.RoleDefinitions;
using Provisioning.Sandbox.Arm.ContainerRegistry;
using Provisioning.Sandbox.Arm.ContainerService;
using Provisioning.Sandbox.Arm.Insights;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.Arm.Kubernetes;
using Provisioning.Sandbox.Arm.MachineLearning.Computes;
using Provisioning.Sandbox.Arm.MachineLearning.Connections;
using Provisioning.Sandbox.Arm.MachineLearning.Workspaces;
using Provisioning.Sandbox.Arm.ManagedIdentity;
using Provisioning.Sandbox.Arm.OperationalInsights;
using Provisioning.Sandbox.Arm.ResourceGroups;
using Provisioning.Sandbox.Arm.Storage;
using Provisioning.Sandbox.Arm.Subscriptions;

namespace Provisioning.Sandbox.Arm;

/// <summary>The catalogue: every operation of Resource Manager that the sandbox has.</summary>
internal static class ArmOperations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ArmOperation> All { get; } =
    [
        new GetProvider(),
        new GetSubscription(),
        new ListSubscriptions(),
        new ListTenants(),
        new RegisterProvider(),
        new UnregisterProvider(),

        new CheckResourceGroup(),
        new DeleteResourceGroup(),
        new GetResourceGroup(),
        new GetResourceGroupOperationResult(),
        new ListGroupResources(),
        new ListResourceGroups(),
        new PatchResourceGroup(),
        new PutResourceGroup(),

        new DeleteRoleAssignment(),
        new GetRoleAssignment(),
        new ListRoleAssignments(),
        new PutRoleAssignment(),

        new DeleteRoleDefinition(),
        new GetRoleDefinition(),
        new ListRoleDefinitions(),
        new PutRoleDefinition(),

        new ListPermissions(),

        new DeleteLock(),
        new GetLock(),
        new ListLocks(),
        new PutLock(),

        new DeleteFederatedIdentityCredential(),
        new DeleteUserAssignedIdentity(),
        new GetFederatedIdentityCredential(),
        new GetSystemAssignedIdentity(),
        new GetUserAssignedIdentity(),
        new ListFederatedIdentityCredentials(),
        new ListUserAssignedIdentities(),
        new ListUserAssignedIdentitiesInSubscription(),
        new PatchUserAssignedIdentity(),
        new PutFederatedIdentityCredential(),
        new PutUserAssignedIdentity(),

        new DeleteWorkspace(),
        new GetWorkspace(),
        new GetWorkspaceOperation(),
        new ListWorkspaceKeys(),
        new ListWorkspaces(),
        new ListWorkspacesInSubscription(),
        new PatchWorkspace(),
        new PutWorkspace(),

        new DeleteCompute(),
        new GetCompute(),
        new GetComputeOperationResult(),
        new GetComputeOperationStatus(),
        new ListComputeNodes(),
        new ListComputes(),
        new PatchCompute(),
        new PutCompute(),
        new RestartCompute(),
        new StartCompute(),
        new StopCompute(),

        new DeleteConnection(),
        new GetConnection(),
        new ListConnectionSecrets(),
        new ListConnections(),
        new PatchConnection(),
        new PutConnection(),

        new CheckRegistryName(),
        new DeleteRegistry(),
        new GetRegistry(),
        new GetRegistryOperationResult(),
        new GetRegistryOperationStatus(),
        new ListRegistries(),
        new ListRegistriesInSubscription(),
        new ListRegistryCredentials(),
        new PatchRegistry(),
        new PutRegistry(),

        new CheckAccountName(),
        new DeleteAccount(),
        new DeleteContainer(),
        new GetAccount(),
        new GetBlobService(),
        new GetContainer(),
        new GetStorageOperation(),
        new ListAccountKeys(),
        new ListAccounts(),
        new ListAccountsInSubscription(),
        new ListBlobServices(),
        new ListContainers(),
        new PatchAccount(),
        new PatchContainer(),
        new PutAccount(),
        new PutBlobService(),
        new PutContainer(),

        new CheckVaultName(),
        new DeleteVault(),
        new GetDeletedVault(),
        new GetKey(),
        new GetSecret(),
        new GetVault(),
        new GetVaultOperation(),
        new ListDeletedVaults(),
        new ListKeys(),
        new ListSecrets(),
        new ListVaults(),
        new ListVaultsInSubscription(),
        new PatchVault(),
        new PurgeDeletedVault(),
        new PutAccessPolicies(),
        new PutKey(),
        new PutSecret(),
        new PutVault(),

        new DeleteComponent(),
        new GetComponent(),
        new ListComponents(),
        new ListComponentsInSubscription(),
        new PatchComponent(),
        new PutComponent(),

        new DeleteLogWorkspace(),
        new GetLogWorkspace(),
        new GetLogWorkspaceOperation(),
        new ListLogWorkspaces(),
        new ListLogWorkspacesInSubscription(),
        new PatchLogWorkspace(),
        new PutLogWorkspace(),

        new DeleteConnectedCluster(),
        new DeleteExtension(),
        new GetConnectedCluster(),
        new GetConnectedClusterOperation(),
        new GetExtension(),
        new GetExtensionOperation(),
        new ListConnectedClusters(),
        new ListConnectedClustersInSubscription(),
        new ListExtensions(),
        new PatchConnectedCluster(),
        new PutConnectedCluster(),
        new PutExtension(),

        new DeleteManagedCluster(),
        new GetManagedCluster(),
        new GetManagedClusterOperation(),
        new ListManagedClusters(),
        new ListManagedClustersInSubscription(),
        new PutManagedCluster(),
    ];
}
