using Provisioning.Infra.Access;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>Writes what follows from a document, role by role and variable by variable, as text that people can review.</summary>
internal static class AccessText
{
    public static string Of(StackDocument document)
    {
        var plan = AccessPlan.Of(document);
        return string.Join('\n', new[]
        {
            Section("Roles", plan.Grants.Select(Line)),
            Section("Federated credentials", plan.Credentials.Select(Line)),
            Section("Deep Lake", plan.Registrations.Select(registration => $"{registration.Principal.Address} in {registration.Organization.Address}")),
            Section("Environment", document.Workloads.SelectMany(workload => Lines(workload, document.Cloud))),
        }.Where(section => section.Length > 0));
    }

    private static string Section(string title, IEnumerable<string> lines) =>
        lines.ToList() is { Count: > 0 } some ? $"{title}:\n{string.Concat(some.Select(line => $"  {line}\n"))}" : "";

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

    private static IEnumerable<string> Lines(Workload workload, Cloud cloud)
    {
        var environment = WorkloadEnvironment.Of(workload, cloud);
        return environment.Variables.Select(variable => $"{workload.Address}: {variable.Key} = {Value(variable.Value, workload)}")
            .Concat(environment.Injected.Select(name => $"{workload.Address}: {name} is set by the platform"));
    }

    private static string Value(EnvironmentValue value, Workload workload) => value switch
    {
        EnvironmentValue.Literal literal => literal.Text,
        EnvironmentValue.ClientId => $"client id of {Principal.Of(workload).Address}",
        EnvironmentValue.TenantId => "the tenant",
        EnvironmentValue.SubscriptionId => "the subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown environment value."),
    };
}
