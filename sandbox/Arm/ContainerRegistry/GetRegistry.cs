using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Reads a registry.</summary>
internal sealed class GetRegistry() : GetResource(ContainerRegistryTypes.Registries);
