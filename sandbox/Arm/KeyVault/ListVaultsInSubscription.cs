using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Lists the vaults of the subscription.</summary>
internal sealed class ListVaultsInSubscription() : ListResourcesInSubscription(KeyVaultTypes.Vaults);
