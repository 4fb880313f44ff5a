using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>Lists the managed clusters of a resource group.</summary>
internal sealed class ListManagedClusters() : ListResources(ContainerServiceTypes.ManagedClusters);
