using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Lists the storage accounts of the subscription.</summary>
internal sealed class ListAccountsInSubscription() : ListResourcesInSubscription(StorageTypes.Accounts);
