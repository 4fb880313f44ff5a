using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Deletes a container.</summary>
internal sealed class DeleteContainer() : DeleteResource(StorageTypes.Containers);
