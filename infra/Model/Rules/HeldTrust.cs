using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Rules;

/// <summary>A federated credential that an identity or application will have, written out or derived.</summary>
/// <param name="Holder">The identity or application.</param>
/// <param name="Source">The entry that asks for it: a workload, or the holder itself.</param>
/// <param name="Issuer">Who signs the tokens.</param>
/// <param name="Subject">Whom they name.</param>
/// <param name="Audience">Their audience; null for the cloud's.</param>
/// <param name="Span">Where the document asks for it.</param>
/// <param name="OwnAudience">Whether the platform, not the writer, chose the audience.</param>
internal sealed record HeldTrust(
    Entry Holder, Entry Source, TrustIssuer Issuer, Subject Subject, string? Audience, SourceSpan Span, bool OwnAudience)
{
    /// <summary>Where it comes from, for messages.</summary>
    public string Origin => $"'{Source.Address}' at {Span}";

    /// <summary>The issuer, or what stands for it as long as only Azure knows it.</summary>
    public string IssuerKey => Issuer switch
    {
        TrustIssuer.Known known => known.Issuer.ToString(),
        TrustIssuer.OfCluster cluster => cluster.Cluster.Target.Address,
        _ => throw new InvalidOperationException($"Unknown issuer {Issuer}."),
    };

    /// <summary>Every credential of a document, those that are written out first.</summary>
    /// <param name="document">The document.</param>
    public static IEnumerable<HeldTrust> Of(StackDocument document)
    {
        var written = document.Identities.SelectMany(identity => Written(identity, identity.FederatedCredentials))
            .Concat(document.Applications.SelectMany(application => Written(application, application.FederatedCredentials)));
        return written.Concat(document.Workloads.SelectMany(Derived));
    }

    private static IEnumerable<HeldTrust> Written(Entry holder, IEnumerable<FederatedCredential> credentials) => credentials.Select(
        credential => new HeldTrust(
            holder, holder, new TrustIssuer.Known(credential.Issuer), credential.Subject, credential.Audience, credential.Span, false));

    private static IEnumerable<HeldTrust> Derived(Workload workload)
    {
        Entry? holder = workload.Identity switch
        {
            WorkloadIdentity.Managed managed => managed.Identity.Target,
            WorkloadIdentity.ServicePrincipal application => application.Application.Target,
            WorkloadIdentity.OfCompute => null,
            _ => throw new InvalidOperationException($"Unknown identity {workload.Identity}."),
        };
        bool ownAudience = workload.RunsOn is not Hosts.FederatedHost;
        return holder is null ? [] : workload.RunsOn.Trusts.Select(
            trust => new HeldTrust(holder, workload, trust.Issuer, trust.Subject, trust.Audience, workload.RunsOn.Span, ownAudience));
    }
}
