using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Lists the vaults of a resource group.</summary>
internal sealed class ListVaults() : ListResources(KeyVaultTypes.Vaults);
