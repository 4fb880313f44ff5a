namespace Provisioning.Sandbox.Tests.Arm;

public sealed class RoleDefinitionTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private string Roles => $"{sandbox.Subscription}/providers/Microsoft.Authorization/roleDefinitions";

    private string Custom(string name) => $$"""
        { "properties": { "roleName": "{{name}}", "type": "CustomRole", "description": "Test.", "assignableScopes": ["{{sandbox.Subscription}}"],
          "permissions": [{ "actions": ["Microsoft.ContainerRegistry/registries/read"], "notActions": [], "dataActions": [], "notDataActions": [] }] } }
        """;

    [Theory]
    [InlineData("AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d")]
    [InlineData("acrpull", "7f951dda-4ed3-4680-a7ca-43fe172d538d")]
    [InlineData("Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1")]
    public async Task Role_is_found_by_its_name(string name, string id)
    {
        var reply = await sandbox.Deployer.GetAsync(Roles, "$filter=" + Uri.EscapeDataString($"roleName eq '{name}'"));

        Assert.Equal([id], reply.Expect(200).Names());
    }

    [Fact]
    public async Task Built_in_role_shows_its_permissions()
    {
        var reply = (await sandbox.Deployer.GetAsync($"{Roles}/{Arm.Roles.AcrPull}")).Expect(200);

        Assert.Equal("AcrPull", reply.Property("roleName"));
        Assert.Equal("BuiltInRole", reply.Property("type"));
        Assert.Equal("Microsoft.ContainerRegistry/registries/pull/read", reply.At("properties", "permissions")?[0]?["actions"]?[0]?.ToString());
    }

    [Fact]
    public async Task Unknown_role_is_404() =>
        (await sandbox.Deployer.GetAsync($"{Roles}/{Guid.NewGuid()}")).ExpectError(404, "RoleDefinitionDoesNotExist");

    [Fact]
    public async Task Custom_role_is_written_assigned_and_then_cannot_go()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var role = Guid.NewGuid();
        (await sandbox.Deployer.PutAsync($"{Roles}/{role}", Custom("Registry Looker"))).Expect(201);
        var assignment = await sandbox.AssignAsync(group, identity.PrincipalId, role.ToString());

        (await sandbox.Deployer.DeleteAsync($"{Roles}/{role}")).ExpectError(400, "RoleDefinitionHasAssignments");
        await sandbox.Deployer.DeleteAsync(assignment);
        (await sandbox.Deployer.DeleteAsync($"{Roles}/{role}")).Expect(200);
        (await sandbox.Deployer.DeleteAsync($"{Roles}/{role}")).Expect(204);
    }

    [Fact]
    public async Task Name_of_a_custom_role_is_unique()
    {
        await sandbox.Deployer.PutAsync($"{Roles}/{Guid.NewGuid()}", Custom("Only Once"));

        (await sandbox.Deployer.PutAsync($"{Roles}/{Guid.NewGuid()}", Custom("only once"))).ExpectError(409, "RoleDefinitionWithSameNameExists");
    }

    [Fact]
    public async Task Custom_role_can_be_assigned_only_within_its_scopes()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var role = Guid.NewGuid();
        await sandbox.Deployer.PutAsync($"{Roles}/{role}", Custom("Narrow").Replace($"[\"{sandbox.Subscription}\"]", $"[\"{group}\"]", StringComparison.Ordinal));

        (await sandbox.Deployer.PutAsync(
            $"{sandbox.Subscription}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}",
            sandbox.RoleAssignment(identity.PrincipalId, role.ToString()))).ExpectError(400, "RoleAssignmentScopeNotAssignableToRoleDefinition");
    }

    [Fact]
    public async Task Built_in_roles_cannot_be_changed() =>
        (await sandbox.Deployer.PutAsync($"{Roles}/{Arm.Roles.Reader}", Custom("Reader Two"))).ExpectError(400, "RoleDefinitionUpdateNotPermitted");
}
