using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>Looks after an operation on a managed cluster.</summary>
internal sealed class GetManagedClusterOperation() : PollStatus(ContainerServiceTypes.Status);
