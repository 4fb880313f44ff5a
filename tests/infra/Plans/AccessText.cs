using Provisioning.Infra.Access;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>Writes what a document makes of roles, trust and registrations as text that people can review.</summary>
internal static class AccessText
{
    public static string Of(AccessPlan plan) =>
        Section("roles", plan.Grants.Select(Line))
        + Section("federated credentials", plan.Credentials.Select(Line))
        + Section("Deep Lake", plan.Registrations.Select(registration => $"{registration.Principal.Address} in {registration.Organization.Address}"));

    private static string Section(string title, IEnumerable<string> lines) => $"{title}:\n{string.Concat(lines.Select(line => $"  {line}\n"))}";

    private static string Line(AccessGrant grant) =>
        $"{grant.Principal.Address} is {grant.Role} on {grant.Scope.Address}"
        + (grant.IsGrantedByAzure ? ", assigned by Azure" : "")
        + (grant.RequiredBy.IsEmpty ? "" : $", before {string.Join(" and ", grant.RequiredBy.Select(entry => entry.Address))}");

    private static string Line(CredentialPlan credential) =>
        $"{credential.Owner.Address} trusts {Issuer(credential.Issuer)} as {credential.Subject}";

    private static string Issuer(TrustIssuer issuer) => issuer switch
    {
        TrustIssuer.Known known => known.Issuer.ToString(),
        TrustIssuer.OfCluster cluster => cluster.Cluster.Target.Address,
        _ => throw new ArgumentOutOfRangeException(nameof(issuer), issuer, "Unknown issuer."),
    };
}
