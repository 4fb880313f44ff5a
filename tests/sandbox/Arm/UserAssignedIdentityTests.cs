namespace Provisioning.Sandbox.Tests.Arm;

public sealed class UserAssignedIdentityTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private const string Collection = "providers/Microsoft.ManagedIdentity/userAssignedIdentities";

    [Fact]
    public async Task New_one_has_a_principal_that_is_not_its_client()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        var reply = (await sandbox.Deployer.GetAsync(identity.Id)).Expect(200);

        Assert.Equal(sandbox.Host.Connection.TenantId.ToString(), reply.Property("tenantId"));
        Assert.True(Guid.TryParse(reply.Property("principalId"), out var principal));
        Assert.True(Guid.TryParse(reply.Property("clientId"), out var client));
        Assert.NotEqual(principal, client);
    }

    [Fact]
    public async Task Id_is_answered_with_lower_case_groups_as_azure_does()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());

        Assert.Equal(
            identity.Id.Replace("/resourceGroups/", "/resourcegroups/", StringComparison.Ordinal),
            (await sandbox.Deployer.GetAsync(identity.Id)).Text("id"));
    }

    [Fact]
    public async Task Second_put_keeps_the_principal()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());

        var reply = (await sandbox.Deployer.PutAsync(identity.Id, """{ "location": "westeurope", "tags": { "a": "b" } }""")).Expect(200);

        Assert.Equal(identity.PrincipalId, reply.Property("principalId"));
        Assert.Equal("b", reply.Text("tags", "a"));
    }

    [Fact]
    public async Task Name_used_again_gets_a_new_principal()
    {
        var group = await sandbox.GroupAsync();
        var first = await sandbox.IdentityAsync(group);
        (await sandbox.Deployer.DeleteAsync(first.Id)).Expect(200);

        var second = await sandbox.IdentityAsync(group);

        Assert.NotEqual(first.PrincipalId, second.PrincipalId);
        Assert.NotEqual(first.ClientId, second.ClientId);
    }

    [Fact]
    public async Task Deleting_a_missing_one_is_204() =>
        (await sandbox.Deployer.DeleteAsync($"{await sandbox.GroupAsync()}/{Collection}/absent")).Expect(204);

    [Fact]
    public async Task Location_is_required_and_stays()
    {
        var group = await sandbox.GroupAsync();

        (await sandbox.Deployer.PutAsync($"{group}/{Collection}/nowhere", "{}")).ExpectError(400, "LocationRequired");
        var identity = await sandbox.IdentityAsync(group);
        (await sandbox.Deployer.PutAsync(identity.Id, """{ "location": "eastus" }""")).ExpectError(409, "InvalidResourceLocation");
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("-starts-with-dash")]
    [InlineData("has.dot")]
    public async Task Name_against_the_rules_is_400(string name) =>
        (await sandbox.Deployer.PutAsync($"{await sandbox.GroupAsync()}/{Collection}/{name}", """{ "location": "westeurope" }""")).ExpectError(400, "BadRequest");

    [Fact]
    public async Task They_are_listed_by_group_and_by_subscription()
    {
        var group = await sandbox.GroupAsync();
        await sandbox.IdentityAsync(group, "id-unique-in-list");
        await sandbox.IdentityAsync(await sandbox.GroupAsync(), "id-elsewhere");

        Assert.Equal(["id-unique-in-list"], (await sandbox.Deployer.GetAsync($"{group}/{Collection}")).Names());
        var all = (await sandbox.Deployer.GetAsync($"{sandbox.Subscription}/{Collection}")).Names();
        Assert.Contains("id-unique-in-list", all);
        Assert.Contains("id-elsewhere", all);
    }

    [Fact]
    public async Task Listing_in_a_missing_group_is_404() =>
        (await sandbox.Deployer.GetAsync($"{sandbox.Subscription}/resourceGroups/absent/{Collection}")).ExpectError(404, "ResourceGroupNotFound");

    [Fact]
    public async Task Deleted_one_cannot_sign_in_any_more()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        await sandbox.SignInAsync(identity);
        await sandbox.Deployer.DeleteAsync(identity.Id);

        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.TokenAsync(identity.ClientId, "tests", "tester"));
    }

    [Fact]
    public async Task Identity_of_a_resource_itself_is_read_below_it()
    {
        var registry = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerRegistry/registries/ownidentity";
        var put = await sandbox.Deployer.PutAsync(registry, $$"""{ "location": "westeurope", "sku": { "name": "Basic" }, "identity": {{Bodies.Identity()}} }""");

        var reply = await sandbox.Deployer.GetAsync($"{registry}/providers/Microsoft.ManagedIdentity/identities/default");

        Assert.Equal(put.Expect(201).Text("identity", "principalId"), reply.Expect(200).Property("principalId"));
    }
}
