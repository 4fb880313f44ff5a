using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Changes the tags, the issuer and the workload identity of a connected cluster.</summary>
internal sealed class PatchConnectedCluster() : PatchResource(KubernetesTypes.ConnectedClusters, "oidcIssuerProfile", "securityProfile");
