namespace Provisioning.Infra.Model;

/// <summary>An AKS cluster attached in Azure ML's first generation (<c>kind: aks</c>), without managed identity support.</summary>
public sealed record AksCompute : Compute
{
    /// <summary>The attached cluster.</summary>
    public required Reference<Cluster> Cluster { get; init; }
}
