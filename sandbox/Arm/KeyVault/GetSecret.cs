using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Reads a secret without its value.</summary>
internal sealed class GetSecret() : GetResource(KeyVaultTypes.Secrets);
