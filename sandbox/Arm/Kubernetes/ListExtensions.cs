using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Lists the extensions of a cluster.</summary>
internal sealed class ListExtensions() : ListResources(KubernetesTypes.Extensions);
