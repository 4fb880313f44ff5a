using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>Reads a managed cluster.</summary>
internal sealed class GetManagedCluster() : GetResource(ContainerServiceTypes.ManagedClusters);
