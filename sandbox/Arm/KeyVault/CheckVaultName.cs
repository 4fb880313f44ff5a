using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Tells whether a vault name is free.</summary>
internal sealed class CheckVaultName() : CheckNameAvailability(KeyVaultTypes.Vaults, "AccountNameInvalid");
