namespace Provisioning.Sandbox.Tests.Arm;

public sealed class ConnectionTests(MachineLearningFixture sandbox) : IClassFixture<MachineLearningFixture>
{
    private static string ByIdentity(TestIdentity identity, string? clientId = null) => $$"""
        { "properties": { "category": "ContainerRegistry", "authType": "ManagedIdentity", "target": "acr.example",
          "credentials": { "resourceId": "{{identity.Id}}", "clientId": "{{clientId ?? identity.ClientId}}" } } }
        """;

    [Fact]
    public async Task Connection_by_identity_keeps_its_credentials_in_sight()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);
        var connection = $"{workspace.Id}/connections/private";

        (await sandbox.Deployer.PutAsync(connection, ByIdentity(identity))).Expect(200);

        var reply = (await sandbox.Deployer.GetAsync(connection)).Expect(200);
        Assert.Equal(identity.ClientId, reply.Text("properties", "credentials", "clientId"));
        Assert.Equal("Azure", reply.Property("group"));
        Assert.Equal(workspace.Id, reply.Property("createdByWorkspaceArmId"));
    }

    [Fact]
    public async Task Secrets_come_back_only_when_asked_for()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var connection = $"{workspace.Id}/connections/feed";
        (await sandbox.Deployer.PutAsync(connection, """
            { "properties": { "category": "PythonFeed", "authType": "PAT", "target": "https://feed.example", "credentials": { "pat": "hush" } } }
            """)).Expect(200);

        Assert.DoesNotContain("hush", (await sandbox.Deployer.GetAsync(connection)).Body?.ToJsonString());
        Assert.Equal("hush", (await sandbox.Deployer.PostAsync($"{connection}/listsecrets")).Expect(200).Text("properties", "credentials", "pat"));
    }

    [Fact]
    public async Task Client_id_must_be_that_of_the_identity()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);

        (await sandbox.Deployer.PutAsync($"{workspace.Id}/connections/wrong", ByIdentity(identity, identity.PrincipalId))).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Unknown_way_of_signing_in_is_400()
    {
        var workspace = await sandbox.WorkspaceAsync();

        (await sandbox.Deployer.PutAsync($"{workspace.Id}/connections/odd", """{ "properties": { "category": "Git", "authType": "Handshake", "target": "x" } }"""))
            .ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Identity_of_somebody_else_needs_the_right_to_assign_it()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var foreign = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        var caller = await sandbox.IdentityAsync(workspace.Group, "id-caller");
        await sandbox.AssignAsync(workspace.Group, caller.PrincipalId, Roles.Contributor);
        var contributor = await sandbox.SignInAsync(caller);

        (await contributor.PutAsync($"{workspace.Id}/connections/foreign", ByIdentity(foreign))).ExpectError(403, "LinkedAuthorizationFailed");
        await sandbox.AssignAsync(foreign.Id, caller.PrincipalId, Roles.ManagedIdentityOperator);
        (await contributor.PutAsync($"{workspace.Id}/connections/foreign", ByIdentity(foreign))).Expect(200);
    }

    [Fact]
    public async Task They_are_listed_by_category_and_deleted()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);
        await sandbox.Deployer.PutAsync($"{workspace.Id}/connections/private", ByIdentity(identity));
        await sandbox.Deployer.PutAsync($"{workspace.Id}/connections/code", """{ "properties": { "category": "Git", "authType": "None", "target": "https://git.example" } }""");

        Assert.Equal(["code", "private"], (await sandbox.Deployer.GetAsync($"{workspace.Id}/connections")).Names());
        Assert.Equal(["code"], (await sandbox.Deployer.GetAsync($"{workspace.Id}/connections", "category=Git")).Names());
        (await sandbox.Deployer.DeleteAsync($"{workspace.Id}/connections/code")).Expect(200);
        (await sandbox.Deployer.DeleteAsync($"{workspace.Id}/connections/code")).Expect(204);
    }
}
