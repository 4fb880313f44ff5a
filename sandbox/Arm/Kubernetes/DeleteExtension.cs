using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Removes an extension from a cluster.</summary>
internal sealed class DeleteExtension() : DeleteResource(KubernetesTypes.Extensions, KubernetesTypes.ExtensionPolling)
{
    /// <inheritdoc/>
    protected override TimeSpan Takes(ArmWorld arm) => arm.Sandbox.Options.Delays.ClusterOperation;
}
