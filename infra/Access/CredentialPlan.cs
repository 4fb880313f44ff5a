using System.Collections.Immutable;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>One federated credential that a managed identity or application shall have.</summary>
/// <param name="Owner">The identity or application.</param>
/// <param name="AzureName">Name of the credential.</param>
/// <param name="Issuer">Who signs the tokens.</param>
/// <param name="Subject">Whom the tokens name.</param>
/// <param name="Audience">The one audience of the tokens.</param>
/// <param name="Reason">What asks for it.</param>
public sealed record CredentialPlan(
    Principal Owner, string AzureName, TrustIssuer Issuer, Subject Subject, string Audience, Reason Reason)
{
    /// <summary>The workload that it follows from; null for one that the document writes out.</summary>
    public Workload? Workload { get; init; }

    /// <summary>Logical name of the credential: <c>identities.trainer-train-kubernetes</c>.</summary>
    public string Name => $"{Owner.Address}-{AzureName}";

    /// <summary>
    /// The credentials of a document: first those written out, then those that follow from workloads. This is also the order in
    /// which they are written, one after the other for each owner.
    /// </summary>
    /// <param name="document">The document.</param>
    public static ImmutableArray<CredentialPlan> Of(StackDocument document) =>
    [
        .. Declared(document),
        .. document.Workloads.SelectMany(workload => FromHost(workload, document.Cloud)),
    ];

    private static IEnumerable<CredentialPlan> Declared(StackDocument document)
    {
        var owned = document.Identities
            .Select(identity => (Owner: (Principal)new Principal.Managed(identity), identity.FederatedCredentials))
            .Concat(document.Applications
                .Select(application => (Owner: (Principal)new Principal.ServicePrincipal(application), application.FederatedCredentials)));
        return
            from owner in owned
            from credential in owner.FederatedCredentials
            select new CredentialPlan(
                owner.Owner,
                credential.AzureName,
                new TrustIssuer.Known(credential.Issuer),
                credential.Subject,
                credential.Audience,
                new Reason($"{owner.Owner.Address} declares it", credential.Span));
    }

    private static IEnumerable<CredentialPlan> FromHost(Workload workload, Cloud cloud) =>
        workload.RunsOn.Trusts.Select(trust => new CredentialPlan(
            Principal.Of(workload),
            CredentialName.Of(workload, trust),
            trust.Issuer,
            trust.Subject,
            trust.Audience ?? cloud.TokenExchangeAudience(),
            new Reason($"{workload.Address} signs in as {Principal.Of(workload).Address}", workload.RunsOn.Span))
        {
            Workload = workload,
        });
}
