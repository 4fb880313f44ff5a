using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>Jobs on a compute of the document, which carries the identity (<c>compute</c>).</summary>
public sealed record ComputeTarget : WorkloadHost
{
    /// <summary>The compute.</summary>
    public required Reference<Compute> Compute { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts => [];
}
