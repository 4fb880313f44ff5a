using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Reads a connected cluster.</summary>
internal sealed class GetConnectedCluster() : GetResource(KubernetesTypes.ConnectedClusters);
