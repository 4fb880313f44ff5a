using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Changes the tags and the isolation of a user-assigned identity.</summary>
internal sealed class PatchUserAssignedIdentity() : PatchResource(ManagedIdentityTypes.UserAssignedIdentities, "isolationScope");
