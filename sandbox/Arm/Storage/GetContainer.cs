using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Reads a container.</summary>
internal sealed class GetContainer() : GetResource(StorageTypes.Containers);
