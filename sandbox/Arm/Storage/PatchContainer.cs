using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Changes the settings of a container.</summary>
internal sealed class PatchContainer() : PatchResource(StorageTypes.Containers, "publicAccess", "metadata", "defaultEncryptionScope");
