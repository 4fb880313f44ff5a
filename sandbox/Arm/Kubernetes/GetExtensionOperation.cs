using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Looks after an operation on an extension.</summary>
internal sealed class GetExtensionOperation() : PollStatus(KubernetesTypes.ExtensionStatus);
