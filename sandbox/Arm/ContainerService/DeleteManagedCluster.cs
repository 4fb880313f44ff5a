using Provisioning.Sandbox.Arm.Operations;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>Deletes a managed cluster.</summary>
internal sealed class DeleteManagedCluster() : DeleteResource(ContainerServiceTypes.ManagedClusters, ContainerServiceTypes.Polling)
{
    /// <inheritdoc/>
    protected override ArmError? Refuse(ArmRequest request, ArmResource resource, ArmWorld arm) => ClusterPrecondition.Check(request, resource);

    /// <inheritdoc/>
    protected override TimeSpan Takes(ArmWorld arm) => arm.Sandbox.Options.Delays.ClusterOperation;
}
