using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Deletes a storage account with its containers; its name is free afterwards.</summary>
internal sealed class DeleteAccount() : DeleteResource(StorageTypes.Accounts);
