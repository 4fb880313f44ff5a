using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Reads a storage account.</summary>
internal sealed class GetAccount() : GetResource(StorageTypes.Accounts);
