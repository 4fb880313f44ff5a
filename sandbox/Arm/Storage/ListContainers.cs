using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Lists the containers of an account.</summary>
internal sealed class ListContainers() : ListResources(StorageTypes.Containers);
