using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>
/// Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials
/// (azure-rest-api-specs, msi/stable/2023-01-31).
/// </summary>
internal static class FederatedIdentityCredential
{
    /// <summary>
    /// The type. Azure refuses concurrent writes below one identity (entra-docs, workload-identity-federation-considerations),
    /// and a pair of issuer and subject may exist once per identity, so a replacement must delete first.
    /// </summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:managedidentity:FederatedIdentityCredential",
        Noun = "federated identity credential",
        ApiVersion = "2023-01-31",
        Path = PathTemplate.Parse(UserAssignedIdentity.Path + "/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}"),
        AutoName = AutoName.Copy,
        Name = new NameRule("^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$", "3 to 120 letters, digits, '-' or '_', starting with a letter or digit"),
        Properties = ["audiences", "issuer", "subject"],
        Required = ["audiences", "issuer", "subject"],
        OneWriteAtATime = true,
    };
}
