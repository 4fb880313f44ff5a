using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Tells whether a registry name is free.</summary>
internal sealed class CheckRegistryName() : CheckNameAvailability(ContainerRegistryTypes.Registries, "Invalid");
