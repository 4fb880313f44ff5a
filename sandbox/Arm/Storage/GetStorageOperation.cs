using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Waits for the outcome of the creation of a storage account.</summary>
internal sealed class GetStorageOperation() : PollResult(StorageTypes.Result);
