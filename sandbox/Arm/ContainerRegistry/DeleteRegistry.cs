using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Deletes a registry; its name is free afterwards.</summary>
internal sealed class DeleteRegistry() : DeleteResource(ContainerRegistryTypes.Registries, ContainerRegistryTypes.Polling)
{
    /// <inheritdoc/>
    protected override TimeSpan Takes(ArmWorld arm) => arm.Sandbox.Options.Delays.RegistryOperation;
}
