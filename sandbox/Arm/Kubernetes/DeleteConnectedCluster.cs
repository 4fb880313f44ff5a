using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Disconnects a cluster from Azure.</summary>
internal sealed class DeleteConnectedCluster() : DeleteResource(KubernetesTypes.ConnectedClusters, KubernetesTypes.ClusterPolling)
{
    /// <inheritdoc/>
    protected override TimeSpan Takes(ArmWorld arm) => arm.Sandbox.Options.Delays.ClusterOperation;
}
