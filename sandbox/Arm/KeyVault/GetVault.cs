using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Reads a vault.</summary>
internal sealed class GetVault() : GetResource(KeyVaultTypes.Vaults);
