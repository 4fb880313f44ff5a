using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;

namespace Provisioning.Providers.Azure.Errors;

/// <summary>What to do about an error code.</summary>
/// <param name="Code">Azure's code.</param>
/// <param name="NextStep">One sentence.</param>
internal sealed record Advice(string Code, string NextStep)
{
    /// <summary>The namespace it is for; empty for any service.</summary>
    public string Service { get; init; } = "";

    /// <summary>The operations it is for.</summary>
    public OperationKind Operations { get; init; } = OperationKind.Any;

    private static IReadOnlyList<Advice> All { get; } =
    [
        new("AuthorizationFailed", "Give the identity that runs this deployment a role with the action named, on this scope; a role given a moment ago may take minutes to work."),
        new("LinkedAuthorizationFailed", "The identity that runs this deployment also needs a role on the linked resource, such as Managed Identity Operator on an identity it attaches."),
        new("InvalidAuthenticationTokenTenant", "Sign in to the tenant of the subscription: set azure-native:tenantId."),
        new("RequestDisallowedByPolicy", "An Azure Policy denies it: change the resource to comply, or ask for an exemption."),
        new("MissingSubscriptionRegistration", "Register the namespace once for the subscription: az provider register --namespace <namespace>."),
        new("SubscriptionNotFound", "Check azure-native:subscriptionId, and that the identity has a role in the subscription."),
        new("ScopeLocked", "Remove the lock that the message names, then run again."),
        new("CannotDeleteResource", "Delete the nested resources first."),
        new("InvalidResourceLocation", "A resource of this name exists in another location: choose another name or that location."),
        new("InvalidResourceGroupLocation", "A resource group of this name exists in another location: choose another name or that location."),
        new("PrincipalNotFound", "Check that principalId is an object id (the identity's principalId) and not a client id, and that principalType is ServicePrincipal for an identity."),
        new("RoleAssignmentExists", "The same role is assigned to the same principal on the same scope under another name: import that assignment or remove it."),
        new("RoleAssignmentUpdateNotPermitted", "An assignment of this name belongs to another principal, role or scope: derive the name from the principal's object id, or remove the old assignment."),
        new("InvalidRoleAssignmentId", "roleAssignmentName must be a UUID."),
        new("RoleDefinitionDoesNotExist", "Check roleDefinitionId; a custom role made a moment ago may take minutes to be visible."),
        new("StorageAccountAlreadyTaken", "Storage account names are unique in all of Azure: choose another accountName."),
        new("AlreadyInUse", "Registry names are unique in all of Azure: choose another registryName.") { Service = "Microsoft.ContainerRegistry" },
        new("VaultAlreadyExists", "Vault names are unique in all of Azure: choose another vaultName, or purge or recover the deleted vault."),
        new("ConflictError", "A deleted vault of another group or subscription still holds the name: purge it, or choose another vaultName.") { Service = "Microsoft.KeyVault", Operations = OperationKind.Create },
        new("BadRequest", "If a deleted workspace of this name is still kept, purge or recover it first; set azure-native:purgeOnDelete to have deletes purge.") { Service = "Microsoft.MachineLearningServices", Operations = OperationKind.Create },
        new("InvalidIdentityValues", "Name identities by resource id alone."),
        new("ResourceGroupNotFound", "Create the resource group first, or check its name."),
        new("ParentResourceNotFound", "Create the resource that contains it first, or check its name."),
        new("Authorization_RequestDenied", "Give the identity that runs this deployment the Graph permission Application.ReadWrite.OwnedBy, with admin consent."),
        new("ExpiredAuthenticationToken", "Sign in again."),
    ];

    /// <summary>The next step for an error; empty when none is known.</summary>
    public static string For(AzureError error, string service, OperationKind operation) =>
        All.FirstOrDefault(advice =>
            error.Codes.Contains(advice.Code, StringComparer.OrdinalIgnoreCase)
            && (advice.Service.Length == 0 || string.Equals(advice.Service, service, StringComparison.OrdinalIgnoreCase))
            && advice.Operations.HasFlag(operation))?.NextStep ?? "";
}
