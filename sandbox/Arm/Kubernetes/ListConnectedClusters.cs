using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Lists the connected clusters of a resource group.</summary>
internal sealed class ListConnectedClusters() : ListResources(KubernetesTypes.ConnectedClusters);
