using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Lists the connected clusters of the subscription.</summary>
internal sealed class ListConnectedClustersInSubscription() : ListResourcesInSubscription(KubernetesTypes.ConnectedClusters);
