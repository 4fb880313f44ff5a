using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>Access evaluation as a table: one assignment, one question.</summary>
public sealed class AccessEvaluatorTests : IAsyncLifetime
{
    private const string Group = "/subscriptions/s/resourceGroups/rg1";
    private const string Registry = Group + "/providers/Microsoft.ContainerRegistry/registries/acr";
    private const string Account = Group + "/providers/Microsoft.Storage/storageAccounts/st";
    private const string Container = Account + "/blobServices/default/containers/data";
    private const string Vault = Group + "/providers/Microsoft.KeyVault/vaults/kv";
    private const string Identity = Group + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id";
    private const string Workspace = Group + "/providers/Microsoft.MachineLearningServices/workspaces/ml";

    private const string Pull = "Microsoft.ContainerRegistry/registries/pull/read";
    private const string ReadBlob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
    private const string ListKeys = "Microsoft.Storage/storageAccounts/listKeys/action";
    private const string GetSecret = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
    private const string Assign = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";
    private const string WriteAssignment = "Microsoft.Authorization/roleAssignments/write";

    private static readonly Guid Principal = new("11111111-1111-1111-1111-111111111111");

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualClock _clock = new();
    private readonly StateDirectory _state;
    private readonly SandboxWorld _world;
    private readonly RoleAssignmentStore _assignments;
    private readonly AccessEvaluator _evaluator;

    public AccessEvaluatorTests()
    {
        _state = StateDirectory.Hold(Path.Combine(_directory.Path, "state"));
        _world = SandboxWorld.Open(_state);
        _assignments = new RoleAssignmentStore(_world);
        _evaluator = new AccessEvaluator(_assignments, new RoleDefinitionStore(_world), _clock);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _state.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(Roles.AcrPull, Registry, Pull, Registry, true)]
    [InlineData(Roles.AcrPull, Group, Pull, Registry, true)]
    [InlineData(Roles.AcrPull, "/subscriptions/s", Pull, Registry, true)]
    [InlineData(Roles.AcrPull, "/", Pull, Registry, true)]
    [InlineData(Roles.AcrPull, "/SUBSCRIPTIONS/S/resourcegroups/RG1", Pull, Registry, true)]
    [InlineData(Roles.AcrPull, "/subscriptions/s/resourceGroups/rg", Pull, Registry, false)]
    [InlineData(Roles.AcrPull, Group, Pull, "/subscriptions/s/resourceGroups/rg10/providers/Microsoft.ContainerRegistry/registries/acr", false)]
    [InlineData(Roles.AcrPull, Registry, Pull, Group, false)]
    [InlineData(Roles.AcrPull, Registry, "MICROSOFT.CONTAINERREGISTRY/REGISTRIES/PULL/READ", Registry, true)]
    [InlineData(Roles.AcrPull, Registry, "Microsoft.ContainerRegistry/registries/push/write", Registry, false)]
    [InlineData(Roles.Reader, Group, Pull, Registry, true)]
    [InlineData(Roles.Reader, Group, "Microsoft.ContainerRegistry/registries/write", Registry, false)]
    [InlineData(Roles.Contributor, Group, Pull, Registry, true)]
    [InlineData(Roles.Contributor, Group, ListKeys, Account, true)]
    [InlineData(Roles.Contributor, Group, WriteAssignment, Group, false)]
    [InlineData(Roles.Owner, Group, WriteAssignment, Group, true)]
    [InlineData(Roles.ManagedIdentityContributor, Group, Assign, Identity, false)]
    [InlineData(Roles.ManagedIdentityOperator, Group, Assign, Identity, true)]
    [InlineData(Roles.ManagedIdentityOperator, Group, "Microsoft.ManagedIdentity/userAssignedIdentities/write", Identity, false)]
    [InlineData(Roles.DataScientist, Group, "Microsoft.MachineLearningServices/workspaces/jobs/write", Workspace, true)]
    [InlineData(Roles.DataScientist, Group, "Microsoft.MachineLearningServices/workspaces/write", Workspace, false)]
    [InlineData(Roles.DataScientist, Group, "Microsoft.MachineLearningServices/workspaces/computes/write", Workspace, false)]
    [InlineData(Roles.DataScientist, Group, "Microsoft.MachineLearningServices/workspaces/read", Workspace, true)]
    public void Control_action_is_allowed_as_azure_would(string role, string scope, string action, string target, bool expected)
    {
        Give(role, scope);

        Assert.Equal(expected, _evaluator.Allows(Principal, action, Id(target)));
    }

    [Theory]
    [InlineData(Roles.StorageBlobDataReader, Container, ReadBlob, Container, true)]
    [InlineData(Roles.StorageBlobDataReader, Account, ReadBlob, Container, true)]
    [InlineData(Roles.StorageBlobDataReader, Account, "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write", Container, false)]
    [InlineData(Roles.StorageBlobDataReader, Account + "/blobServices/default/containers/other", ReadBlob, Container, false)]
    [InlineData(Roles.Owner, "/subscriptions/s", ReadBlob, Container, false)]
    [InlineData(Roles.Contributor, Group, GetSecret, Vault, false)]
    [InlineData(Roles.KeyVaultReader, Vault, GetSecret, Vault, false)]
    [InlineData(Roles.KeyVaultSecretsUser, Vault, GetSecret, Vault, true)]
    [InlineData(Roles.KeyVaultSecretsUser, Vault + "/secrets/one", GetSecret, Vault + "/secrets/one", true)]
    [InlineData(Roles.KeyVaultSecretsUser, Vault + "/secrets/one", GetSecret, Vault + "/secrets/two", false)]
    [InlineData(Roles.KeyVaultAdministrator, Vault, GetSecret, Vault, true)]
    [InlineData(Roles.AcrPull, Registry, Pull, Registry, false)]
    public void Data_action_is_allowed_as_azure_would(string role, string scope, string action, string target, bool expected)
    {
        Give(role, scope);

        Assert.Equal(expected, _evaluator.AllowsData(Principal, action, Id(target)));
    }

    [Theory]
    [InlineData("*", "Microsoft.Storage/storageAccounts/read", true)]
    [InlineData("*/read", "Microsoft.Storage/storageAccounts/read", true)]
    [InlineData("*/read", "Microsoft.Storage/storageAccounts/readers", false)]
    [InlineData("Microsoft.Storage/storageAccounts/*", "Microsoft.Storage/storageAccounts/blobServices/containers/read", true)]
    [InlineData("Microsoft.Storage/storageAccounts/*", "Microsoft.Storage/storageAccountsOther/read", false)]
    [InlineData("A/b/*/write", "A/b/write", true)]
    [InlineData("A/b/*/write", "A/b/c/d/write", true)]
    [InlineData("A/b/*/write", "A/bc/write", false)]
    public void Pattern_covers_actions_by_segment(string pattern, string action, bool expected) =>
        Assert.Equal(expected, RolePermission.Covers(pattern, action));

    [Fact]
    public void Exclusion_of_one_role_does_not_limit_another()
    {
        Give(Roles.Contributor, Group);
        Give("f58310d9-a9f6-439a-9e8d-f62e7b41a168", Group);

        Assert.True(_evaluator.Allows(Principal, WriteAssignment, Id(Group)));
    }

    [Fact]
    public void Assignment_of_another_principal_does_not_count()
    {
        Give(Roles.Owner, Group);

        Assert.False(_evaluator.Allows(Guid.NewGuid(), Pull, Id(Registry)));
    }

    [Fact]
    public void Assignment_counts_from_its_time_of_effect()
    {
        Give(Roles.AcrPull, Registry, delay: TimeSpan.FromMinutes(5));

        Assert.False(_evaluator.Allows(Principal, Pull, Id(Registry)));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(_evaluator.Allows(Principal, Pull, Id(Registry)));
    }

    [Theory]
    [InlineData("team-a/train", true)]
    [InlineData("TEAM-A/train", true)]
    [InlineData("team-ab/train", false)]
    [InlineData(null, false)]
    public void Condition_limits_an_assignment_to_repositories(string? repository, bool expected)
    {
        const string read = "Microsoft.ContainerRegistry/registries/repositories/content/read";
        Give(
            "b93aa761-3e63-49ed-ac28-beffa264f7ac",
            Registry,
            condition: $"((!(ActionMatches{{'{read}'}})) OR (@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringStartsWithIgnoreCase 'team-a/'))");

        var request = new AccessRequest(Principal, read, Id(Registry))
        {
            IsDataAction = true,
            Attributes = repository is null ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>>
            {
                ["Request[Microsoft.ContainerRegistry/registries/repositories:name]"] = [repository],
            },
        };
        Assert.Equal(expected, _evaluator.FindGrant(request) is not null);
    }

    private static ArmId Id(string text) => text is "/" ? ArmId.Root : ArmId.Parse(text);

    private void Give(string role, string scope, TimeSpan delay = default, string? condition = null) => _assignments.Put(new RoleAssignment
    {
        Name = Guid.NewGuid(),
        Scope = scope,
        RoleId = Guid.Parse(role),
        RoleDefinitionId = role,
        PrincipalId = Principal,
        PrincipalType = "ServicePrincipal",
        Condition = condition,
        CreatedOn = _clock.GetUtcNow(),
        CreatedBy = Guid.Empty,
        UpdatedOn = _clock.GetUtcNow(),
        UpdatedBy = Guid.Empty,
        EffectiveAt = _clock.GetUtcNow() + delay,
    });
}
