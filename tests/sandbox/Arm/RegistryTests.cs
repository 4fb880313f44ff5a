namespace Provisioning.Sandbox.Tests.Arm;

public sealed class RegistryTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private async Task<string> RegistryAsync(string name, string body = Bodies.Registry)
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerRegistry/registries/{name}";
        (await sandbox.Deployer.PutAsync(id, body)).Expect(201);
        return id;
    }

    [Fact]
    public async Task New_one_has_a_login_server_and_no_admin_user()
    {
        var reply = await sandbox.Deployer.GetAsync(await RegistryAsync("FreshRegistry"));

        Assert.StartsWith("freshregistry.", reply.Property("loginServer"));
        Assert.Equal("false", reply.Property("adminUserEnabled"));
        Assert.Equal("LegacyRegistryPermissions", reply.Property("roleAssignmentMode"));
        Assert.Equal("Succeeded", reply.Property("provisioningState"));
        Assert.Equal("Standard", reply.Text("sku", "tier"));
    }

    [Fact]
    public async Task Older_versions_do_not_know_the_role_assignment_mode()
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerRegistry/registries/oldregistry";

        var reply = await sandbox.Deployer.SendAsync("PUT", id, Bodies.Registry, "api-version=2023-01-01-preview");

        Assert.Null(reply.Expect(201).At("properties", "roleAssignmentMode"));
    }

    [Fact]
    public async Task Name_is_taken_for_everybody()
    {
        await RegistryAsync("takenregistry");
        var other = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerRegistry/registries/TakenRegistry";

        (await sandbox.Deployer.PutAsync(other, Bodies.Registry)).ExpectError(409, "AlreadyInUse");
        Assert.Equal("AlreadyExists", (await CheckAsync("takenregistry")).Text("reason"));
        Assert.Equal("true", (await CheckAsync("freeregistry")).Text("nameAvailable"));
        Assert.Equal("Invalid", (await CheckAsync("no")).Text("reason"));
    }

    [Fact]
    public async Task Deleted_ones_name_is_free()
    {
        var id = await RegistryAsync("passingregistry");
        await sandbox.Deployer.GetAsync(id);
        var deletion = (await sandbox.Deployer.DeleteAsync(id)).Expect(202);
        (await sandbox.Deployer.SendRawAsync("GET", deletion.Headers["Location"])).Expect(204);

        Assert.Equal("true", (await CheckAsync("passingregistry")).Text("nameAvailable"));
    }

    [Fact]
    public async Task Mode_is_switched_in_place_and_kept_when_not_mentioned()
    {
        var id = await RegistryAsync("modalregistry");
        await sandbox.Deployer.GetAsync(id);
        (await sandbox.Deployer.PatchAsync(id, """{ "properties": { "roleAssignmentMode": "AbacRepositoryPermissions" } }""")).Expect(200);

        (await sandbox.Deployer.PutAsync(id, Bodies.Registry)).Expect(200);

        Assert.Equal("AbacRepositoryPermissions", (await sandbox.Deployer.GetAsync(id)).Property("roleAssignmentMode"));
    }

    [Fact]
    public async Task Both_kinds_of_identity_are_written_with_a_blank()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var block = Bodies.Identity(identity.Id).Replace("\"UserAssigned\"", "\"SystemAssigned, UserAssigned\"", StringComparison.Ordinal);

        var reply = await sandbox.Deployer.PutAsync(
            $"{group}/providers/Microsoft.ContainerRegistry/registries/bothregistry",
            $$"""{ "location": "westeurope", "sku": { "name": "Premium" }, "identity": {{block}} }""");

        Assert.Equal("SystemAssigned, UserAssigned", reply.Expect(201).Text("identity", "type"));
    }

    [Theory]
    [InlineData("""{ "location": "westeurope", "sku": { "name": "Gold" } }""", "InvalidSku")]
    [InlineData("""{ "location": "westeurope", "sku": { "name": "Basic" }, "properties": { "anonymousPullEnabled": true } }""", "AnonymousPullNotSupportedForSku")]
    [InlineData("""{ "location": "westeurope", "sku": { "name": "Standard" }, "properties": { "dataEndpointEnabled": true } }""", "FeatureNotSupportedForSku")]
    public async Task Settings_against_the_sku_are_400(string body, string code) =>
        (await sandbox.Deployer.PutAsync($"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerRegistry/registries/badregistry", body)).ExpectError(400, code);

    [Fact]
    public async Task Passwords_exist_only_while_the_admin_user_is_on()
    {
        var id = await RegistryAsync("adminregistry");
        await sandbox.Deployer.GetAsync(id);
        (await sandbox.Deployer.PostAsync($"{id}/listCredentials")).ExpectError(400, "UnAuthorizedForCredentialOperations");

        (await sandbox.Deployer.PatchAsync(id, """{ "properties": { "adminUserEnabled": true } }""")).Expect(200);

        var first = (await sandbox.Deployer.PostAsync($"{id}/listCredentials")).Expect(200);
        var second = await sandbox.Deployer.PostAsync($"{id}/listCredentials");
        Assert.Equal("adminregistry", first.Text("username"));
        Assert.Equal(first.Body?.ToJsonString(), second.Body?.ToJsonString());
    }

    private Task<ArmReply> CheckAsync(string name) => sandbox.Deployer.PostAsync(
        $"{sandbox.Subscription}/providers/Microsoft.ContainerRegistry/checkNameAvailability",
        $$"""{ "name": "{{name}}", "type": "Microsoft.ContainerRegistry/registries" }""");
}
