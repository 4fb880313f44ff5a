using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Pulumi;

namespace Provisioning.Infra.Components;

/// <summary>
/// What the stack tells other programs and people: plain structures by short name. Ids inside of them are outputs, so that a
/// preview shows everything else already.
/// </summary>
internal sealed class StackOutputs(
    StackDocument document, AccessPlan plan, AzureTarget target, ComponentIndex components, RoleAssignments assignments)
{
    private readonly ILookup<string, AccessGrant> grants = plan.Grants.ToLookup(grant => grant.Principal.Address, StringComparer.Ordinal);

    /// <summary>Managed identities: resource id, client id and principal id.</summary>
    public Output<ImmutableDictionary<string, object>> Identities() => Map(document.Identities, identity => Structure(
        ("resourceId", components.Identity(identity).ResourceId),
        ("clientId", components.Identity(identity).ClientId),
        ("principalId", components.Identity(identity).PrincipalId)));

    /// <summary>Applications: client id and principal id.</summary>
    public Output<ImmutableDictionary<string, object>> Applications() => Map(document.Applications, application =>
    {
        var principal = components.Of(new Principal.ServicePrincipal(application));
        return Structure(("clientId", principal.ClientId), ("principalId", principal.PrincipalId));
    });

    /// <summary>Registries: resource id and login server. One that Azure Machine Learning creates by itself is not known here.</summary>
    public Output<ImmutableDictionary<string, object>> Registries() => Map(
        [.. document.Registries.Where(registry => !registry.CreatedByWorkspace)],
        registry => Structure(
            ("resourceId", components.Registry(registry).ResourceId), ("loginServer", components.Registry(registry).LoginServer)));

    /// <summary>Storage accounts: resource id and blob endpoint.</summary>
    public Output<ImmutableDictionary<string, object>> Storage() => Map(document.Storage, account => Structure(
        ("resourceId", components.Storage(account).ResourceId), ("blobEndpoint", components.Storage(account).BlobEndpoint)));

    /// <summary>Vaults: resource id and address.</summary>
    public Output<ImmutableDictionary<string, object>> Vaults() => Map(document.Vaults, vault => Structure(
        ("resourceId", components.Vault(vault).ResourceId), ("uri", components.Vault(vault).Uri)));

    /// <summary>Workspaces: resource id.</summary>
    public Output<ImmutableDictionary<string, object>> Workspaces() => Map(document.Workspaces, workspace => Structure(
        ("resourceId", components.Of(workspace).ResourceId)));

    /// <summary>Clusters: resource id.</summary>
    public Output<ImmutableDictionary<string, object>> Clusters() => Map(document.Clusters, cluster => Structure(
        ("resourceId", components.Of(cluster).ResourceId)));

    /// <summary>Federated credentials by logical name: whose, and the issuer, subject and audience of the tokens that they accept.</summary>
    /// <param name="issuerOf">Resolves the issuer of a credential.</param>
    public Output<ImmutableDictionary<string, object>> Credentials(Func<TrustIssuer, Output<string>> issuerOf) => Output.Create(
        plan.Credentials.ToImmutableDictionary(credential => credential.Name, credential => (object)Structure(
            ("principal", credential.Owner.Address),
            ("clientId", components.Of(credential.Owner).ClientId),
            ("issuer", issuerOf(credential.Issuer)),
            ("subject", credential.Subject.Value),
            ("audience", credential.Audience))));

    /// <summary>Computes: resource id, workspace and the identities they run as.</summary>
    public Output<ImmutableDictionary<string, object>> Computes() => Map(document.Computes, compute => Structure(
        ("resourceId", components.Of(compute).ResourceId),
        ("workspace", compute.Workspace.Name),
        ("runsAs", Principal.Of(compute.Identity, new Principal.OfCompute(compute)).Select(Describe).ToImmutableArray())));

    /// <summary>Role assignments by logical name, with their reasons.</summary>
    public Output<ImmutableDictionary<string, object>> Assignments() => Output.Create(
        plan.Grants.ToImmutableDictionary(grant => grant.Name, grant => (object)Structure(
            ("principal", grant.Principal.Address),
            ("principalId", assignments.PrincipalId(grant.Principal)),
            ("role", grant.Role.ToString()),
            ("scope", assignments.ScopeId(grant.Scope)),
            ("assignedBy", AssignedBy(grant)),
            ("reasons", Texts(grant.Reasons)))));

    /// <summary>Deep Lake registrations by logical name.</summary>
    public Output<ImmutableDictionary<string, object>> Registrations(IReadOnlyDictionary<string, DeepLakeComponent> organizations) => Output.Create(
        plan.Registrations.ToImmutableDictionary(registration => registration.Name, registration => (object)Structure(
            ("principal", registration.Principal.Address),
            ("clientId", components.Of(registration.Principal).ClientId),
            ("organization", registration.Organization.Name),
            ("organizationId", registration.Organization.OrganizationId),
            ("registrationId", organizations[registration.Organization.Name].RegistrationId(registration)),
            ("reasons", Texts(registration.Reasons)))));

    /// <summary>Workloads: where they run and as whom, what they may do and why, and the environment they must run with.</summary>
    public Output<ImmutableDictionary<string, object>> Workloads() => Map(document.Workloads, workload =>
    {
        var principal = Principal.Of(workload);
        var environment = WorkloadEnvironment.Of(workload, document.Cloud);
        return Structure(
            ("runsOn", HostDescription.Of(workload.RunsOn)),
            ("identity", principal.Address),
            ("access", grants[principal.Address].Select(Describe).ToImmutableArray()),
            ("deeplake", workload.DeepLake.Select(organization => (object)organization.Name).ToImmutableArray()),
            ("environment", environment.Variables.ToImmutableDictionary(variable => variable.Key, variable => Resolve(variable.Value, principal))),
            ("injected", environment.Injected.Select(name => (object)name).ToImmutableArray()));
    });

    private object Describe(Principal principal) => Structure(
        ("identity", principal.Address), ("principalId", components.Of(principal).PrincipalId));

    private static object Describe(AccessGrant grant) => Structure(
        ("role", grant.Role.ToString()),
        ("scope", grant.Scope.Address),
        ("assignedBy", AssignedBy(grant)),
        ("reason", string.Join("; ", grant.Reasons)));

    private object Resolve(EnvironmentValue value, Principal principal) => value switch
    {
        EnvironmentValue.Literal literal => literal.Text,
        EnvironmentValue.ClientId => components.Of(principal).ClientId,
        EnvironmentValue.TenantId => target.TenantId,
        EnvironmentValue.SubscriptionId => target.SubscriptionId,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown environment value."),
    };

    private static string AssignedBy(AccessGrant grant) => grant.IsGrantedByAzure ? "azure" : "stack";

    private static ImmutableArray<object> Texts(ImmutableArray<Reason> reasons) => [.. reasons.Select(reason => reason.Text)];

    private static Output<ImmutableDictionary<string, object>> Map<T>(ImmutableArray<T> entries, Func<T, object> describe)
        where T : Entry => Output.Create(entries.ToImmutableDictionary(entry => entry.Name, describe));

    private static ImmutableDictionary<string, object> Structure(params ReadOnlySpan<(string Key, object Value)> members)
    {
        var structure = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, value) in members)
        {
            structure.Add(key, value);
        }

        return structure.ToImmutable();
    }
}
