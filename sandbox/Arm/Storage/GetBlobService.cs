using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Reads the blob service of an account.</summary>
internal sealed class GetBlobService() : GetResource(StorageTypes.BlobServices);
