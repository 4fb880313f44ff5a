using System.Collections.Frozen;

namespace Provisioning.Infra.Model;

/// <summary>
/// Azure's built-in roles that this program assigns, or that a document is likely to name. Their GUIDs are the same in every
/// cloud (Azure documentation, "Azure built-in roles", August 2026). Any other role is named by its GUID.
/// </summary>
public static class BuiltInRoles
{
    /// <summary>Pulls from a registry that decides per registry.</summary>
    public static RoleReference AcrPull { get; } = Role("AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d");

    /// <summary>Pushes to and pulls from a registry that decides per registry.</summary>
    public static RoleReference AcrPush { get; } = Role("AcrPush", "8311e382-0749-4cb8-b61a-304f252e45ec");

    /// <summary>Pulls from a registry that decides per repository.</summary>
    public static RoleReference RepositoryReader { get; } =
        Role("Container Registry Repository Reader", "b93aa761-3e63-49ed-ac28-beffa264f7ac");

    /// <summary>Pushes to and pulls from a registry that decides per repository.</summary>
    public static RoleReference RepositoryWriter { get; } =
        Role("Container Registry Repository Writer", "2a1e307c-b015-4ebd-883e-5b7698a07328");

    /// <summary>Reads blobs.</summary>
    public static RoleReference StorageBlobDataReader { get; } =
        Role("Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1");

    /// <summary>Reads, writes and deletes blobs and containers.</summary>
    public static RoleReference StorageBlobDataContributor { get; } =
        Role("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe");

    /// <summary>Reads and writes file shares without account keys.</summary>
    public static RoleReference StorageFileDataPrivilegedContributor { get; } =
        Role("Storage File Data Privileged Contributor", "69566ab7-960f-475b-8e7c-b3118f30c6bd");

    /// <summary>Manages a storage account, without access to its data by Entra tokens.</summary>
    public static RoleReference StorageAccountContributor { get; } =
        Role("Storage Account Contributor", "17d1049b-9a84-46fb-8f53-869881c3d3ab");

    /// <summary>Reads the values of secrets.</summary>
    public static RoleReference KeyVaultSecretsUser { get; } =
        Role("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6");

    /// <summary>Does everything with the content of a vault.</summary>
    public static RoleReference KeyVaultAdministrator { get; } =
        Role("Key Vault Administrator", "00482a5a-887f-4fb3-b363-3b7fe8e74483");

    /// <summary>Wraps and unwraps keys for encryption at rest.</summary>
    public static RoleReference KeyVaultCryptoServiceEncryptionUser { get; } =
        Role("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6");

    /// <summary>Attaches a user-assigned identity to resources.</summary>
    public static RoleReference ManagedIdentityOperator { get; } =
        Role("Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830");

    /// <summary>Manages virtual machines.</summary>
    public static RoleReference VirtualMachineContributor { get; } =
        Role("Virtual Machine Contributor", "9980e02c-c2be-4d73-94e8-173b1dc7cf3c");

    /// <summary>Reads everything but secrets and data.</summary>
    public static RoleReference Reader { get; } = Role("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7");

    /// <summary>Manages everything but access.</summary>
    public static RoleReference Contributor { get; } = Role("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c");

    /// <summary>Manages the extensions of a Kubernetes cluster.</summary>
    public static RoleReference KubernetesExtensionContributor { get; } =
        Role("Kubernetes Extension Contributor", "85cb6faf-e071-4c9b-8136-154b5a04f717");

    /// <summary>Fetches the administrator's credentials of an AKS cluster.</summary>
    public static RoleReference AksClusterAdmin { get; } =
        Role("Azure Kubernetes Service Cluster Admin Role", "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8");

    private static readonly FrozenDictionary<string, RoleReference> ByName = new[]
    {
        AcrPull,
        AcrPush,
        RepositoryReader,
        RepositoryWriter,
        StorageBlobDataReader,
        StorageBlobDataContributor,
        StorageFileDataPrivilegedContributor,
        StorageAccountContributor,
        KeyVaultSecretsUser,
        KeyVaultAdministrator,
        KeyVaultCryptoServiceEncryptionUser,
        ManagedIdentityOperator,
        VirtualMachineContributor,
        Reader,
        Contributor,
        KubernetesExtensionContributor,
        AksClusterAdmin,
        Role("AcrDelete", "c2f4ef07-c644-48eb-af81-4b1b4947fb11"),
        Role("AcrImageSigner", "6cef56e8-d556-48e5-a04f-b8e64114680f"),
        Role("AcrQuarantineReader", "cdda3590-29a3-44f6-95f2-9f980659eb04"),
        Role("Application Insights Component Contributor", "ae349356-3a1b-4a5e-921d-050484c6347e"),
        Role("Azure AI Administrator", "b78c5d69-af96-48a3-bf8d-a8b4d589de94"),
        Role("Azure AI Developer", "64702f94-c441-49e6-a78b-ef80e0188fee"),
        Role("Azure Arc Enabled Kubernetes Cluster User Role", "00493d72-78f6-4148-b6c5-d3ce8e4799dd"),
        Role("Azure Arc Kubernetes Admin", "dffb1e0c-446f-4dde-a09f-99eb5cc68b96"),
        Role("Azure Arc Kubernetes Cluster Admin", "8393591c-06b9-48a2-a542-1bd6b377f6a2"),
        Role("Azure Arc Kubernetes Viewer", "63f0a09d-1495-4db4-a681-037d84835eb4"),
        Role("Azure Arc Kubernetes Writer", "5b999177-9696-4545-85c7-50de3797e5a1"),
        Role("Azure Kubernetes Service Cluster User Role", "4abbcc35-e782-43d8-92c5-2d3f1bd2253f"),
        Role("Azure Kubernetes Service Contributor Role", "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8"),
        Role("Azure Kubernetes Service RBAC Admin", "3498e952-d568-435e-9b2c-8d77e338d7f7"),
        Role("Azure Kubernetes Service RBAC Cluster Admin", "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b"),
        Role("Azure Kubernetes Service RBAC Reader", "7f6c6a51-bcf8-42ba-9220-52d62157d7db"),
        Role("Azure Kubernetes Service RBAC Writer", "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb"),
        Role("Azure Machine Learning Workspace Connection Secrets Reader", "ea01e6af-a1c1-4350-9563-ad00f8c72ec5"),
        Role("Azure Relay Owner", "2787bf04-f1f5-4bfe-8383-c8a24483ee38"),
        Role("AzureML Compute Operator", "e503ece1-11d0-4e8e-8e2c-7a6c3bf38815"),
        Role("AzureML Data Scientist", "f6c7c914-8db3-469d-8ca1-694a8f32e121"),
        Role("AzureML Metrics Writer (preview)", "635dd51f-9968-44d3-b7fb-6d9a6bd613ae"),
        Role("AzureML Registry User", "1823dd4f-9b8c-4ab6-ab4e-7397a3684615"),
        Role("Cognitive Services Contributor", "25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68"),
        Role("Cognitive Services OpenAI Contributor", "a001fd3d-188f-4b5d-821b-7da978bf7442"),
        Role("Cognitive Services OpenAI User", "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd"),
        Role("Cognitive Services User", "a97b65f3-24c7-4388-baec-2e87135dc908"),
        Role("Container Registry Repository Catalog Lister", "bfdb9389-c9a5-478a-bb2f-ba9ca092c3c7"),
        Role("Container Registry Repository Contributor", "2efddaa5-3f1f-4df3-97df-af3f13818f4c"),
        Role("Key Vault Certificate User", "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba"),
        Role("Key Vault Certificates Officer", "a4417e6f-fecd-4de8-b567-7b0420556985"),
        Role("Key Vault Contributor", "f25e0fa2-a7c8-4377-a976-54943a77a395"),
        Role("Key Vault Crypto Officer", "14b46e9e-c2b7-41b4-b07b-48a6ebf60603"),
        Role("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424"),
        Role("Key Vault Data Access Administrator", "8b54135c-b56d-4d72-a534-26097cfdc8d8"),
        Role("Key Vault Purge Operator", "a68e7c17-0ab2-4c09-9a58-125dae29748c"),
        Role("Key Vault Reader", "21090545-7ca7-4776-b22c-e363652d74d2"),
        Role("Key Vault Secrets Officer", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7"),
        Role("Kubernetes Cluster - Azure Arc Onboarding", "34e09817-6cbe-4d01-b1a2-e0eac5743d41"),
        Role("Log Analytics Contributor", "92aaf0da-9dab-42b6-94a3-d43ce8d16293"),
        Role("Managed Identity Contributor", "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59"),
        Role("Managed Identity Federated Identity Credential Contributor", "7e559ce2-48d7-4b27-9128-fa1b247f1308"),
        Role("Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb"),
        Role("Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7"),
        Role("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
        Role("Reader and Data Access", "c12c1c16-33a1-487b-954d-41c89c60f349"),
        Role("Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"),
        Role("Storage Account Key Operator Service Role", "81a9662b-bebf-436f-a333-f67b29880f12"),
        Role("Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
        Role("Storage Blob Delegator", "db58b8e5-c6ad-4a2a-8342-4190687cbf4a"),
        Role("Storage File Data Privileged Reader", "b8eda974-7b85-4f76-af95-65846b26df6d"),
        Role("Storage File Data SMB Share Contributor", "0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb"),
        Role("Storage File Data SMB Share Elevated Contributor", "a7264617-510b-434b-a828-9731dc254ea7"),
        Role("Storage File Data SMB Share Reader", "aba4ae5f-2193-4029-9191-0cb91df5e314"),
        Role("Storage Queue Data Contributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
        Role("Storage Queue Data Message Processor", "8a0f0c08-91a1-4084-bc3d-661d67233fed"),
        Role("Storage Queue Data Message Sender", "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"),
        Role("Storage Queue Data Reader", "19e7f393-937e-4f77-808e-94535e297925"),
        Role("Storage Table Data Contributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"),
        Role("Storage Table Data Reader", "76199698-9eea-4c19-bc75-cec21354c6b6"),
        Role("User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"),
        Role("Virtual Machine Administrator Login", "1c0163c0-47e6-4577-8991-ea5c82e286e4"),
        Role("Virtual Machine User Login", "fb879df8-f326-4884-b1cf-06f3ad86be52"),
    }.ToFrozenDictionary(role => role.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<Guid, RoleReference> ById = ByName.Values.ToFrozenDictionary(role => role.DefinitionId);

    /// <summary>The known roles, in no particular order.</summary>
    public static IEnumerable<RoleReference> All => ByName.Values;

    /// <summary>The role of a name, without regard to case; null when it is not known.</summary>
    /// <param name="name">Name such as <c>AcrPull</c>.</param>
    public static RoleReference? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The role of a definition: with its name when it is known, else as a custom role.</summary>
    /// <param name="definitionId">GUID of the role definition.</param>
    public static RoleReference WithId(Guid definitionId) =>
        ById.GetValueOrDefault(definitionId) ?? new RoleReference(definitionId, "");

    private static RoleReference Role(string name, string definitionId) => new(Guid.Parse(definitionId), name);
}
