using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Deletes a vault softly: its name stays taken until it is purged.</summary>
internal sealed class DeleteVault() : DeleteResource(KeyVaultTypes.Vaults);
