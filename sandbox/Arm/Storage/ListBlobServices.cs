using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Lists the one blob service of an account.</summary>
internal sealed class ListBlobServices() : ListResources(StorageTypes.BlobServices);
