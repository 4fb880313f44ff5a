using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Lists the keys of a vault.</summary>
internal sealed class ListKeys() : ListResources(KeyVaultTypes.Keys);
