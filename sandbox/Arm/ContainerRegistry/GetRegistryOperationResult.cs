using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Waits for the outcome of an operation on a registry.</summary>
internal sealed class GetRegistryOperationResult() : PollResult(ContainerRegistryTypes.Result);
