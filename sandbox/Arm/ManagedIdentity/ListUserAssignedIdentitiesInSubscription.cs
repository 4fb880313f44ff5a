using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Lists the user-assigned identities of the subscription.</summary>
internal sealed class ListUserAssignedIdentitiesInSubscription() : ListResourcesInSubscription(ManagedIdentityTypes.UserAssignedIdentities);
