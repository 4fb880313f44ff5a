using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Reads a user-assigned identity.</summary>
internal sealed class GetUserAssignedIdentity() : GetResource(ManagedIdentityTypes.UserAssignedIdentities);
