namespace Provisioning.Sandbox.Tests.Arm;

public sealed class SubscriptionTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private static readonly string Shared = $"/subscriptions/{SandboxOptions.SharedSubscriptionId}";

    [Fact]
    public async Task Second_subscription_holds_the_registry_of_another_team()
    {
        var registry = await sandbox.Deployer.GetAsync($"{Shared}/resourceGroups/images/providers/Microsoft.ContainerRegistry/registries/acrsharedimages");

        Assert.Equal("False", registry.Expect(200).Text("properties", "adminUserEnabled"), ignoreCase: true);
    }

    [Fact]
    public async Task Groups_and_resources_are_listed_in_their_own_subscription()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);

        var groups = (await sandbox.Deployer.GetAsync($"{Shared}/resourcegroups")).Expect(200).ToString();
        var identities = (await sandbox.Deployer.GetAsync($"{Shared}/providers/Microsoft.ManagedIdentity/userAssignedIdentities")).Expect(200).ToString();

        Assert.DoesNotContain(group, groups, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(identity.Id, identities, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Role_assignment_names_the_role_in_the_subscription_of_its_scope()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());

        var assigned = await sandbox.AssignAsync($"{Shared}/resourceGroups/images", identity.PrincipalId, Roles.AcrPull);

        Assert.StartsWith($"{Shared}/", (await sandbox.Deployer.GetAsync(assigned)).Text("properties", "roleDefinitionId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_is_unregistered_in_one_subscription_alone()
    {
        const string provider = "providers/Microsoft.OperationalInsights";
        const string version = "api-version=2021-04-01";
        await sandbox.Deployer.SendAsync("POST", $"{Shared}/{provider}/unregister", query: version);

        Assert.Equal("NotRegistered", (await sandbox.Deployer.GetAsync($"{Shared}/{provider}", version)).Text("registrationState"));
        Assert.Equal("Registered", (await sandbox.Deployer.GetAsync($"{sandbox.Subscription}/{provider}", version)).Text("registrationState"));
    }

    [Fact]
    public async Task Third_subscription_does_not_exist() =>
        (await sandbox.Deployer.GetAsync($"/subscriptions/{Guid.NewGuid()}/resourcegroups")).ExpectError(404, "SubscriptionNotFound");
}
