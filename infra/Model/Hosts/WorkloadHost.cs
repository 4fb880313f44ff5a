using System.Collections.Immutable;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>Where a workload runs, which decides how it proves who it is.</summary>
public abstract record WorkloadHost
{
    private protected WorkloadHost()
    {
    }

    /// <summary>Where the document says so.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>
    /// The issuers and subjects its tokens carry: one federated credential each on the workload's identity. Empty where Azure
    /// itself hands out the identity.
    /// </summary>
    public abstract ImmutableArray<FederatedTrust> Trusts { get; }

    private protected static ImmutableArray<FederatedTrust> One(Issuer issuer, string subject) =>
        [new FederatedTrust(new TrustIssuer.Known(issuer), new Subject(subject), "")];
}
