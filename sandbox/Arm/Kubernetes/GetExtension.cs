using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Reads an extension of a cluster.</summary>
internal sealed class GetExtension() : GetResource(KubernetesTypes.Extensions);
