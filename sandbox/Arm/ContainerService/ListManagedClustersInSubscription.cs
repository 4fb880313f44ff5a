using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>Lists the managed clusters of the subscription.</summary>
internal sealed class ListManagedClustersInSubscription() : ListResourcesInSubscription(ContainerServiceTypes.ManagedClusters);
