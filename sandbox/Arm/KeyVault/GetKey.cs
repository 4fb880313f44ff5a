using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Reads what there is to know of a key besides its material.</summary>
internal sealed class GetKey() : GetResource(KeyVaultTypes.Keys);
