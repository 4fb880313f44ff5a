using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Lists the secrets of a vault without their values.</summary>
internal sealed class ListSecrets() : ListResources(KeyVaultTypes.Secrets);
