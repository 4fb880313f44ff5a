using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Deletes a user-assigned identity with its credentials and its principal, whoever still uses it.</summary>
internal sealed class DeleteUserAssignedIdentity() : DeleteResource(ManagedIdentityTypes.UserAssignedIdentities);
