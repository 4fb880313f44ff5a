using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Provisioning.Infra.Components;
using Provisioning.Infra.Model;
using Pulumi;

namespace Provisioning.Infra;

/// <summary>
/// The Pulumi program: everything one stack document asks for, in the order in which Azure needs it. First what others refer to,
/// then what a workspace and its computes find in place, last the roles of principals that are born with them.
/// </summary>
public sealed class ProvisioningStack : Stack
{
    /// <summary>Deploys the document that the configuration names.</summary>
    /// <exception cref="RunException">The document has errors; they are logged.</exception>
    public ProvisioningStack()
        : this(StackDocumentSource.Load(StackDocumentSource.ReadFile))
    {
    }

    /// <summary>Deploys a document.</summary>
    /// <param name="document">A valid document.</param>
    /// <param name="options">Options of the stack.</param>
    public ProvisioningStack(StackDocument document, StackOptions? options = null)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(document);
        var plan = AccessPlan.Of(document);
        var credentials = plan.Credentials.ToLookup(credential => credential.Owner.Address, StringComparer.Ordinal);
        var target = new AzureTarget(document);
        var components = new ComponentIndex();
        var assignments = new RoleAssignments(plan, target, components);

        Add(components, document.Clusters, cluster => new ClusterComponent(cluster, target));
        Add(components, document.Identities, identity => new IdentityComponent(
            identity, target, CredentialsOf(new Principal.Managed(identity)), IssuerOf));
        Add(components, document.Applications, application => new ApplicationComponent(
            application, target, CredentialsOf(new Principal.ServicePrincipal(application)), IssuerOf));
        Add(components, document.Registries.Where(registry => !registry.CreatedByWorkspace), registry => new RegistryComponent(registry, target));
        Add(components, document.Storage, account => new StorageComponent(account, target));
        Add(components, document.Vaults, vault => new VaultComponent(vault, target));
        Add(components, document.Insights, insights => new InsightsComponent(insights, target));
        Add(components, document.Workspaces, workspace => new WorkspaceComponent(
            workspace, target, components, assignments.RequiredBy(workspace)));
        Add(components, document.Computes, compute => new ComputeComponent(
            compute, target, components, assignments.RequiredBy(compute)));
        assignments.AssignRemaining();

        var registrations = plan.Registrations.ToLookup(registration => registration.Organization.Name, StringComparer.Ordinal);
        var organizations = document.DeepLake.ToDictionary(organization => organization.Name, organization => new DeepLakeComponent(
            organization, registrations[organization.Name], target, components));

        var outputs = new StackOutputs(document, plan, target, components, assignments);
        Identities = outputs.Identities();
        Applications = outputs.Applications();
        Registries = outputs.Registries();
        Storage = outputs.Storage();
        Vaults = outputs.Vaults();
        Workspaces = outputs.Workspaces();
        Clusters = outputs.Clusters();
        Computes = outputs.Computes();
        Credentials = outputs.Credentials(IssuerOf);
        Assignments = outputs.Assignments();
        Registrations = outputs.Registrations(organizations);
        Workloads = outputs.Workloads();

        IEnumerable<CredentialPlan> CredentialsOf(Principal owner) => credentials[owner.Address];

        Output<string> IssuerOf(TrustIssuer issuer) => issuer switch
        {
            TrustIssuer.Known known => Output.Create(known.Issuer.ToString()),
            TrustIssuer.OfCluster cluster => components.Cluster(cluster.Cluster.Target).Issuer(),
            _ => throw new ArgumentOutOfRangeException(nameof(issuer), issuer, "Unknown issuer."),
        };
    }

    /// <summary>Managed identities by short name: <c>resourceId</c>, <c>clientId</c>, <c>principalId</c>.</summary>
    [Output("identities")]
    public Output<ImmutableDictionary<string, object>> Identities { get; private set; }

    /// <summary>Applications by short name: <c>clientId</c>, <c>principalId</c>.</summary>
    [Output("applications")]
    public Output<ImmutableDictionary<string, object>> Applications { get; private set; }

    /// <summary>Container registries by short name: <c>resourceId</c>, <c>loginServer</c>.</summary>
    [Output("registries")]
    public Output<ImmutableDictionary<string, object>> Registries { get; private set; }

    /// <summary>Storage accounts by short name: <c>resourceId</c>, <c>blobEndpoint</c>.</summary>
    [Output("storage")]
    public Output<ImmutableDictionary<string, object>> Storage { get; private set; }

    /// <summary>Key vaults by short name: <c>resourceId</c>, <c>uri</c>.</summary>
    [Output("vaults")]
    public Output<ImmutableDictionary<string, object>> Vaults { get; private set; }

    /// <summary>Workspaces by short name: <c>resourceId</c>.</summary>
    [Output("workspaces")]
    public Output<ImmutableDictionary<string, object>> Workspaces { get; private set; }

    /// <summary>Kubernetes clusters by short name: <c>resourceId</c>.</summary>
    [Output("clusters")]
    public Output<ImmutableDictionary<string, object>> Clusters { get; private set; }

    /// <summary>
    /// Federated credentials by logical name: <c>principal</c>, <c>clientId</c>, and the <c>issuer</c>, <c>subject</c> and
    /// <c>audience</c> of the tokens that they accept.
    /// </summary>
    [Output("credentials")]
    public Output<ImmutableDictionary<string, object>> Credentials { get; private set; }

    /// <summary>Computes by short name: <c>resourceId</c>, <c>workspace</c>, <c>runsAs</c>.</summary>
    [Output("computes")]
    public Output<ImmutableDictionary<string, object>> Computes { get; private set; }

    /// <summary>
    /// Role assignments by logical name: <c>principal</c>, <c>principalId</c>, <c>role</c>, <c>scope</c>, <c>assignedBy</c>
    /// (<c>stack</c> or <c>azure</c>), <c>reasons</c>.
    /// </summary>
    [Output("assignments")]
    public Output<ImmutableDictionary<string, object>> Assignments { get; private set; }

    /// <summary>
    /// Deep Lake registrations by logical name: <c>principal</c>, <c>clientId</c>, <c>organization</c>, <c>organizationId</c>,
    /// <c>registrationId</c>, <c>reasons</c>.
    /// </summary>
    [Output("registrations")]
    public Output<ImmutableDictionary<string, object>> Registrations { get; private set; }

    /// <summary>
    /// Workloads by short name: <c>runsOn</c>, <c>identity</c>, <c>access</c> (<c>role</c>, <c>scope</c>, <c>assignedBy</c>,
    /// <c>reason</c>), <c>deeplake</c>, <c>environment</c> (variables to set), <c>injected</c> (variables that the platform sets).
    /// </summary>
    [Output("workloads")]
    public Output<ImmutableDictionary<string, object>> Workloads { get; private set; }

    private static void Add<T>(ComponentIndex components, IEnumerable<T> entries, Func<T, ComponentResource> create)
        where T : Entry
    {
        foreach (var entry in entries)
        {
            components.Add(entry, create(entry));
        }
    }
}
