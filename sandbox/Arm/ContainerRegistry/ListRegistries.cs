using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Lists the registries of a resource group.</summary>
internal sealed class ListRegistries() : ListResources(ContainerRegistryTypes.Registries);
