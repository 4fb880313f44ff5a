namespace Provisioning.Providers.Azure.Tests.Fakes;

/// <summary>Tokens and ids that many tests use.</summary>
internal static class Types
{
    public const string Group = "azure-native:resources:ResourceGroup";
    public const string Identity = "azure-native:managedidentity:UserAssignedIdentity";
    public const string Credential = "azure-native:managedidentity:FederatedIdentityCredential";
    public const string Assignment = "azure-native:authorization:RoleAssignment";
    public const string Workspace = "azure-native:machinelearningservices:Workspace";
    public const string Compute = "azure-native:machinelearningservices:Compute";
    public const string Connection = "azure-native:machinelearningservices:WorkspaceConnection";
    public const string Registry = "azure-native:containerregistry:Registry";
    public const string Storage = "azure-native:storage:StorageAccount";
    public const string Container = "azure-native:storage:BlobContainer";
    public const string Vault = "azure-native:keyvault:Vault";
    public const string Insights = "azure-native:applicationinsights:Component";
    public const string Logs = "azure-native:operationalinsights:Workspace";
    public const string Arc = "azure-native:kubernetes:ConnectedCluster";

    public const string IdentityId = $"{Harness.Group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id1";
    public const string CredentialId = $"{IdentityId}/federatedIdentityCredentials/k8s";
    public const string WorkspaceId = $"{Harness.Group}/providers/Microsoft.MachineLearningServices/workspaces/mlw";
    public const string ClusterId = $"{WorkspaceId}/computes/cpu";
    public const string StorageId = $"{Harness.Group}/providers/Microsoft.Storage/storageAccounts/stdata1";
    public const string VaultId = $"{Harness.Group}/providers/Microsoft.KeyVault/vaults/kv-ml";
    public const string RegistryId = $"{Harness.Group}/providers/Microsoft.ContainerRegistry/registries/acr12345";
    public const string AssignmentName = "0c3d7659-77fa-5b06-bcbe-0d2d5b2e7a0d";
    public const string AssignmentId = $"{Harness.Group}/providers/Microsoft.Authorization/roleAssignments/{AssignmentName}";
    public const string AssignmentsPath = $"{Harness.Group}/providers/Microsoft.Authorization/roleAssignments";
    public const string AcrPull = $"/subscriptions/{Harness.Subscription}/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d";
    public const string Principal = "11111111-1111-1111-1111-111111111111";
}
