using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>
/// A component, job or sub-pipeline on Radix (<c>radix</c>). Radix makes namespace and service account from the names; a platform
/// in migration has several issuers, each of which is trusted.
/// </summary>
public sealed record RadixWorkload : WorkloadHost
{
    /// <summary>Issuers of the Radix cluster, as its console shows them.</summary>
    public required ImmutableArray<Issuer> Issuers { get; init; }

    /// <summary>Name of the application.</summary>
    public required string Application { get; init; }

    /// <summary>Name of the environment.</summary>
    public required string Environment { get; init; }

    /// <summary>Name of the component or job; empty for the environment's sub-pipeline.</summary>
    public required string Component { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts =>
    [
        .. Issuers.Select((issuer, index) => new FederatedTrust(
            new TrustIssuer.Known(issuer), ServiceAccount, Issuers.Length == 1 ? "" : $"issuer{index + 1}")),
    ];

    private Subject ServiceAccount => Component.Length == 0
        ? Subject.OfServiceAccount($"{Application}-app", $"subpipeline-{Environment}-sa")
        : Subject.OfServiceAccount($"{Application}-{Environment}", $"{Component}-sa");
}
