using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Infra.Tests.Model;

/// <summary>What records say of a document.</summary>
public sealed class BindingTests
{
    private const string Workspace = Documents.Minimal + """
        identities: { trainer: {}, other: {} }
        storage: { ws: { name: stworkspace, containers: [images] } }
        vaults: { main: { name: kv-main } }
        workspaces: { main: { storage: ws, vault: main } }

        """;

    private static readonly StackDocument Local = Documents.LoadValid(File.ReadAllText(Repository.PathOf("stacks", "local.yaml")));

    [Fact]
    public void Minimal_document_has_nothing_but_a_group()
    {
        StackDocument document = Documents.LoadValid(Documents.Minimal);

        Assert.Equal((Cloud.Public, "westeurope", "rg"), (document.Cloud, document.Location, document.ResourceGroup.AzureName));
        Assert.Null(document.Subscription);
        Assert.Null(document.Tenant);
        Assert.Empty(document.Workloads);
    }

    [Fact]
    public void Entries_keep_the_order_of_the_document() =>
        Assert.Equal(["workspace", "builder", "trainer", "scorer", "pipeline"], Local.Identities.Select(identity => identity.Name));

    [Fact]
    public void References_lead_to_the_very_entry_and_know_their_place()
    {
        Workspace workspace = Local.Workspaces[0];

        Assert.Same(Local.Storage[0], workspace.Storage?.Target);
        Assert.Equal("storage.workspace", workspace.Storage?.Target.Address);
        Assert.Same(workspace, Local.Computes[0].Workspace.Target);
        Assert.NotEqual(default, workspace.Storage?.Span);
    }

    [Fact]
    public void Tags_of_an_entry_lie_over_those_of_the_document()
    {
        Identity identity = Documents.LoadValid(Documents.Minimal + """
            tags: { owner: platform, environment: dev, version: 1 }
            identities: { trainer: { tags: { owner: science } } }
            """).Identities[0];

        Assert.Equal(["environment=dev", "owner=science", "version=1"], identity.Tags.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Fact]
    public void Region_is_normalized_and_an_entry_may_have_its_own()
    {
        StackDocument document = Documents.LoadValid("location: West Europe\nresourceGroup: rg\nidentities: { abc: {}, def: { location: North Europe } }\n");

        Assert.Equal(["westeurope", "northeurope"], document.Identities.Select(identity => identity.Location));
    }

    [Fact]
    public void Existing_resource_has_the_name_of_its_id()
    {
        Registry registry = Documents.LoadValid(Documents.Minimal + """
            subscription: aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e
            registries:
              shared:
                existing: /subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/acrshared
                permissions: repository
            """).Registries[0];

        Assert.Equal("acrshared", registry.AzureName);
        Assert.Equal("aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e", registry.Existing?.Subscription?.ToString());
        Assert.Equal(RegistryPermissions.Repository, registry.Permissions);
    }

    [Fact]
    public void Resource_group_may_exist()
    {
        ResourceGroup group = Documents.LoadValid("location: westeurope\nresourceGroup: { existing: '/subscriptions/${subscription}/resourceGroups/rg-x' }\n").ResourceGroup;

        Assert.Equal("rg-x", group.AzureName);
        Assert.True(group.Existing?.OwnSubscription);
    }

    [Theory]
    [InlineData("none", typeof(IdentityAssignment.None))]
    [InlineData("system", typeof(IdentityAssignment.SystemAssigned))]
    [InlineData("trainer", typeof(IdentityAssignment.UserAssigned))]
    [InlineData("[trainer, other]", typeof(IdentityAssignment.UserAssigned))]
    public void Compute_takes_each_kind_of_identity(string written, Type expected)
    {
        StackDocument document = Documents.LoadValid(Workspace + Cluster($"identity: {written}"));

        Assert.IsType(expected, document.Computes[0].Identity);
    }

    [Fact]
    public void Cluster_has_defaults()
    {
        var cluster = Assert.IsType<TrainingCluster>(Documents.LoadValid(Workspace + Cluster("description: d")).Computes[0]);

        Assert.Equal(new ClusterScale(0, 2, TimeSpan.FromMinutes(2)), cluster.Scale);
        Assert.Equal((false, true, "d"), (cluster.LowPriority, cluster.PublicIp, cluster.Description));
        Assert.IsType<IdentityAssignment.None>(cluster.Identity);
    }

    [Fact]
    public void Kubernetes_compute_has_instance_types_in_order()
    {
        var compute = Assert.IsType<KubernetesCompute>(Local.Computes[2]);

        Assert.Equal(["cpu", "gpu"], compute.InstanceTypes.Select(type => type.Name));
        Assert.Equal("1", compute.InstanceTypes[1].Limits["nvidia.com/gpu"]);
        Assert.Equal("nvidia", compute.InstanceTypes[1].NodeSelector["accelerator"]);
        Assert.Equal(("training", "cpu"), (compute.Namespace, compute.DefaultInstanceType));
    }

    [Fact]
    public void Workload_acts_as_the_only_identity_of_its_compute()
    {
        Workload train = Local.Workloads[0];

        Assert.Equal("trainer", Assert.IsType<WorkloadIdentity.Managed>(train.Identity).Identity.Name);
        Assert.Equal("training", Assert.IsType<ComputeTarget>(train.RunsOn).Compute.Name);
    }

    [Fact]
    public void Workload_acts_as_the_system_identity_of_its_compute() => Assert.Equal(
        "notebook", Assert.IsType<WorkloadIdentity.OfCompute>(Local.Workloads.First(workload => workload.Name == "explore").Identity).Compute.Name);

    [Fact]
    public void Needs_are_resolved_down_to_the_container()
    {
        Workload train = Local.Workloads[0];

        Assert.Equal(["data/datasets", "data/features"], train.Reads.Select(read => read.ToString()));
        Assert.Equal("main/feature-store", Assert.Single(train.Secrets).ToString());
        Assert.Equal("0dee91ab-5a4d-4b0e-8c0d-5eed00000001", Assert.Single(train.DeepLake).Target.OrganizationId);
    }

    [Theory]
    [InlineData("subscription", typeof(GrantScope.Subscription))]
    [InlineData("resourceGroup", typeof(GrantScope.ResourceGroup))]
    [InlineData("storage.ws", typeof(GrantScope.Resource))]
    [InlineData("storage.ws/images", typeof(GrantScope.Container))]
    [InlineData("vaults.main/password", typeof(GrantScope.Secret))]
    [InlineData("identities.trainer", typeof(GrantScope.Resource))]
    [InlineData("/providers/Microsoft.Management/managementGroups/mg", typeof(GrantScope.ById))]
    public void Grant_takes_each_kind_of_scope(string written, Type expected) =>
        Assert.IsType(expected, LoadGrant("identities.trainer", "Reader", written).Scope);

    [Theory]
    [InlineData("trainer", typeof(GrantPrincipal.Managed))]
    [InlineData("workspaces.main", typeof(GrantPrincipal.OfWorkspace))]
    [InlineData("{ objectId: aaaaaaaa-bbbb-cccc-1111-222222222222, kind: group }", typeof(GrantPrincipal.Directory))]
    public void Grant_takes_each_kind_of_principal(string written, Type expected) =>
        Assert.IsType(expected, LoadGrant(written, "Reader", "storage.ws").Principal);

    [Theory]
    [InlineData("AcrPull", "AcrPull")]
    [InlineData("7f951dda-4ed3-4680-a7ca-43fe172d538d", "AcrPull")]
    [InlineData("aaaabbbb-0000-cccc-1111-dddd2222eeee", "aaaabbbb-0000-cccc-1111-dddd2222eeee")]
    public void Role_is_named_or_given_by_its_guid(string written, string expected) =>
        Assert.Equal(expected, LoadGrant("trainer", written, "storage.ws").Role.ToString());

    [Fact]
    public void Anchors_and_aliases_repeat_values()
    {
        StackDocument document = Documents.LoadValid(Documents.Minimal + """
            identities:
              one: &shared { tags: { owner: ml } }
              two: *shared
            """);

        Assert.Equal("ml", document.Identities[1].Tags["owner"]);
    }

    [Fact]
    public void Entry_with_a_problem_is_not_missed_by_its_references()
    {
        LoadResult result = Documents.Load(Documents.Minimal + """
            clusters: { edge: { existing: nowhere } }
            identities: { someone: {} }
            workloads:
              job: { runsOn: { kubernetes: { cluster: edge, namespace: ns, serviceAccount: sa } }, identity: someone }
            """);

        Assert.Equal(ShapeDiagnostics.Malformed, Assert.Single(result.Diagnostics).Descriptor);
    }

    [Fact]
    public void Exemption_silences_advice_until_its_last_day()
    {
        LoadResult result = Documents.Load(Documents.Minimal + """
            registries: { private: { name: acrprivate, adminUser: true } }
            policy:
              exemptions: [{ rule: ACC1551, entry: registries.private, reason: Old builds., expires: 2026-07-01 }]
            """);

        Assert.Empty(result.Diagnostics);
        Assert.True(result.IsValid);
    }

    private static Grant LoadGrant(string principal, string role, string scope) => Documents.LoadValid(
        Workspace + $"grants:\n  one: {{ principal: {principal}, role: {role}, scope: \"{scope}\", reason: Because. }}\n").Grants[0];

    private static string Cluster(string line) =>
        $"computes:\n  cpu:\n    kind: cluster\n    workspace: main\n    size: STANDARD_DS3_V2\n    scale: {{ max: 2 }}\n    {line}\n";
}
