namespace Provisioning.Infra.Model;

/// <summary>The Azure resource type behind a cluster.</summary>
public enum ClusterKind
{
    /// <summary>Arc-connected: <c>Microsoft.Kubernetes/connectedClusters</c>.</summary>
    Arc,

    /// <summary>Azure Kubernetes Service: <c>Microsoft.ContainerService/managedClusters</c>.</summary>
    Aks,
}
