using Provisioning.Verification.Actors;
using Provisioning.Verification.Checks;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

/// <summary>What is tried as <c>workloads.train</c>, who acts as <c>identities.trainer</c>.</summary>
public sealed class CheckPlanTests
{
    private static readonly string[] Everywhere =
    [
        "to pull from registries.private", "to push to registries.private", "to pull from registries.shared", "to push to registries.shared",
        "to read storage.data/datasets", "to write storage.data/datasets", "to read storage.data/models", "to write storage.data/models",
        "to list the secrets of vaults.main",
    ];

    [Fact]
    public void What_is_granted_is_tried_and_everything_else_must_be_refused()
    {
        // The connection of the workspace lets its identity pull.
        var (allowed, refused) = Tries(SampleStack.WithWorkload("reads: [data/datasets]"));

        Assert.Equal(["pulls from registries.private", "reads storage.data/datasets"], allowed.Order(StringComparer.Ordinal));
        Assert.Equal(Everywhere.Except(["to read storage.data/datasets", "to pull from registries.private"]), refused.Where(IsData));
    }

    [Fact]
    public void Registry_that_decides_for_each_repository_is_pulled_from_by_a_role_of_repositories() =>
        Assert.Contains("pulls from registries.shared", Tries(SampleStack.WithWorkload("pulls: [shared]")).Allowed);

    [Fact]
    public void Writer_reads_and_writes() => Assert.Superset(
        new HashSet<string> { "reads storage.data/models", "writes storage.data/models" },
        Tries(SampleStack.WithWorkload("writes: [data/models]")).Allowed.ToHashSet());

    [Fact]
    public void Whole_account_is_tried_at_each_of_its_containers() => Assert.Superset(
        new HashSet<string> { "reads storage.data/models", "reads storage.data/datasets" },
        Tries(SampleStack.WithWorkload("reads: [data]")).Allowed.ToHashSet());

    [Fact]
    public void Secret_is_read_and_the_others_are_not_listed()
    {
        var (allowed, refused) = Tries(SampleStack.WithWorkload("secrets: [main/key]"));

        Assert.Contains("reads the secret vaults.main/key", allowed);
        Assert.Contains("to list the secrets of vaults.main", refused);
    }

    [Fact]
    public void Whole_vault_is_listed() => Assert.Contains("lists the secrets of vaults.main", Tries(SampleStack.WithWorkload("secrets: [main]")).Allowed);

    [Fact]
    public void Contributor_of_a_registry_pulls_and_pushes() => Assert.Superset(
        new HashSet<string> { "pulls from registries.private", "pushes to registries.private" }, Tries(Granted("Contributor", "registries.private")).Allowed.ToHashSet());

    [Theory]
    [InlineData("Contributor")]
    [InlineData("Reader")]
    public void Role_without_data_actions_gives_nothing_in_a_registry_of_repositories(string role) =>
        Assert.Contains("to pull from registries.shared", Tries(Granted(role, "registries.shared")).Refused);

    [Fact]
    public void Plain_reader_of_an_account_must_be_refused_its_blobs()
    {
        var (allowed, refused) = Tries(Granted("Reader", "storage.data"));

        Assert.DoesNotContain("reads storage.data/models", allowed);
        Assert.Contains("to read storage.data/models", refused);
    }

    [Fact]
    public void Custom_role_proves_nothing_either_way()
    {
        var (allowed, refused) = Tries(Granted("5a9db0c5-0000-4000-8000-00000000a2d1", "storage.data"));

        Assert.DoesNotContain(allowed, what => what.Contains("storage.data", StringComparison.Ordinal));
        Assert.DoesNotContain(refused, what => what.Contains("storage.data", StringComparison.Ordinal));
    }

    [Fact]
    public void Conditional_grant_proves_nothing_about_what_it_might_give()
    {
        var (allowed, refused) = Tries(Granted("Storage Blob Data Reader", "storage.data", ", condition: \"@Resource[Microsoft.Storage/storageAccounts:name] StringEquals 'a'\""));

        Assert.DoesNotContain("reads storage.data/models", allowed);
        Assert.DoesNotContain("to read storage.data/models", refused);
        Assert.Contains("to write storage.data/models", refused);
    }

    [Theory]
    [InlineData($"/subscriptions/{SampleStack.Subscription}/resourceGroups/rg-elsewhere")]
    [InlineData("subscription")]
    public void Scope_of_which_the_content_is_unknown_is_no_ground_to_expect_a_refusal(string scope) =>
        Assert.DoesNotContain("to read storage.data/models", Tries(Granted("Storage Blob Data Reader", scope)).Refused);

    [Fact]
    public void Resource_group_of_the_stack_gives_what_the_stack_made_there() =>
        Assert.Contains("reads storage.data/models", Tries(Granted("Storage Blob Data Reader", "resourceGroup")).Allowed);

    [Fact]
    public void Existing_registry_may_lie_in_the_resource_group() =>
        Assert.DoesNotContain("to pull from registries.shared", Tries(Granted("Container Registry Repository Reader", "resourceGroup")).Refused);

    [Fact]
    public void Member_of_an_organization_calls_it_and_administers_none()
    {
        var (allowed, refused) = Tries(SampleStack.WithWorkload("deeplake: [research]"));

        Assert.Contains("calls deeplake.research", allowed);
        Assert.Equal(
            ["to administer deeplake.research", "to call an organization that it is not registered with", "to call deeplake.archive"],
            refused.Where(what => !IsData(what)));
    }

    [Fact]
    public void Existing_identity_may_have_what_others_gave_it()
    {
        var stack = SampleStack.With(
            """
            applications:
              pipeline: { existing: { clientId: 5a9db0c5-0000-4000-8000-00000000a2d1, principalId: 5a9db0c5-0000-4000-8000-00000000a2d2, objectId: 5a9db0c5-0000-4000-8000-00000000a2d3 } }
            workloads:
              train:
                runsOn: { github: { repository: contoso/models, environment: prod } }
                identity: pipeline
                reads: [data/datasets]
            """);

        var (allowed, refused) = Tries(stack);
        Assert.Equal(["reads storage.data/datasets"], allowed);
        Assert.DoesNotContain(refused, IsData);
    }

    [Fact]
    public void Role_without_a_probe_is_looked_up_and_so_are_other_roles_and_connections()
    {
        var stack = Granted("AzureML Data Scientist", "workspaces.main");

        Assert.Equal(
            ["has AzureML Data Scientist on workspaces.main", "has no other role", "connects to registries.private by base without a password"],
            Plan(stack).Standing(Train(stack), canAct: true).Select(check => check.What));
    }

    [Fact]
    public void Nothing_but_assignments_is_looked_up_for_who_cannot_act()
    {
        var stack = SampleStack.WithWorkload("reads: [data/datasets]");

        Assert.Contains("has Storage Blob Data Reader on storage.data/datasets", Plan(stack).Standing(Train(stack), canAct: false).Select(check => check.What));
    }

    private static SampleStack Granted(string role, string scope, string more = "") => SampleStack.With(
        $$"""
        workloads:
          train: { runsOn: { github: { repository: contoso/models, environment: prod } }, identity: trainer }
        grants:
          more: { principal: identities.trainer, role: {{role}}, scope: {{scope}}, reason: test{{more}} }
        """);

    private static (IReadOnlyList<string> Allowed, IReadOnlyList<string> Refused) Tries(SampleStack stack)
    {
        const string refused = "is not allowed ";
        var whats = Plan(stack).Access(Train(stack), new FixedCredential()).Select(check => check.What).ToLookup(what => what.StartsWith(refused, StringComparison.Ordinal));
        return ([.. whats[false]], [.. whats[true].Select(what => what[refused.Length..])]);
    }

    private static CheckPlan Plan(SampleStack stack)
    {
        var target = new FakeService(System.Net.HttpStatusCode.OK, "{}").Target();
        var reader = new ResourceReader(target);
        return new CheckPlan(stack.Document, stack.Plan, stack.Outputs, target, reader, new AssignedRoles(reader, SampleStack.Subscription));
    }

    private static Actor Train(SampleStack stack) => new ActorPlan(stack.Document, stack.Plan, stack.Outputs).Actors()[0];

    private static bool IsData(string what) => !what.Contains("deeplake", StringComparison.Ordinal) && !what.Contains("organization", StringComparison.Ordinal);
}
