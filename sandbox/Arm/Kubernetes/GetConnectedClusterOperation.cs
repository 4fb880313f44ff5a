using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Looks after an operation on a connected cluster.</summary>
internal sealed class GetConnectedClusterOperation() : PollStatus(KubernetesTypes.ClusterStatus);
