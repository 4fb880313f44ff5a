using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Lists the user-assigned identities of a resource group.</summary>
internal sealed class ListUserAssignedIdentities() : ListResources(ManagedIdentityTypes.UserAssignedIdentities);
