using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>Anything else whose tokens have an issuer and a subject (<c>federation</c>).</summary>
public sealed record FederatedHost : WorkloadHost
{
    /// <summary>Issuer of the tokens.</summary>
    public required Issuer Issuer { get; init; }

    /// <summary>Subject of the tokens.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Audience of the tokens; null for the one of the cloud.</summary>
    public string? Audience { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts =>
        [new FederatedTrust(new TrustIssuer.Known(Issuer), Subject, "") { Audience = Audience }];
}
