using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Looks after an operation on a registry.</summary>
internal sealed class GetRegistryOperationStatus() : PollStatus(ContainerRegistryTypes.Status);
