using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Lists the storage accounts of a resource group.</summary>
internal sealed class ListAccounts() : ListResources(StorageTypes.Accounts);
