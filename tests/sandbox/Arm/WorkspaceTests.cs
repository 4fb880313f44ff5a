namespace Provisioning.Sandbox.Tests.Arm;

public sealed class WorkspaceTests(MachineLearningFixture sandbox) : IClassFixture<MachineLearningFixture>
{
    [Fact]
    public async Task Put_is_202_and_location_leads_to_the_workspace()
    {
        var workspace = await sandbox.PrepareAsync();

        var put = (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()))).Expect(202);
        var reply = (await sandbox.Deployer.SendRawAsync("GET", put.Headers["Location"])).Expect(200);

        Assert.Contains("/locations/westeurope/workspaceOperationsStatus/", put.Headers["Location"]);
        Assert.Equal("Succeeded", reply.Property("provisioningState"));
        Assert.Equal(workspace.Storage, reply.Property("storageAccount"));
        Assert.True(Guid.TryParse(reply.Property("workspaceId"), out _));
        Assert.Equal("Basic", reply.Text("sku", "name"));
        Assert.Equal("Application", reply.Text("systemData", "createdByType"));
    }

    [Fact]
    public async Task Own_identity_gets_its_roles_from_the_service()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var principal = (await sandbox.Deployer.GetAsync(workspace.Id)).Text("identity", "principalId") ?? "";

        var reply = await sandbox.Deployer.PutAsync(
            $"{workspace.Storage}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}",
            sandbox.RoleAssignment(principal, Roles.StorageBlobDataContributor));

        reply.ExpectError(409, "RoleAssignmentExists");
    }

    [Fact]
    public async Task User_assigned_identity_without_roles_makes_the_workspace_fail()
    {
        var workspace = await sandbox.PrepareAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);

        var put = (await sandbox.Deployer.PutAsync(
            workspace.Id, workspace.Body(Bodies.Identity(identity.Id), $", \"primaryUserAssignedIdentity\": \"{identity.Id}\""))).Expect(202);
        var reply = await sandbox.Deployer.SendRawAsync("GET", put.Headers["Location"]);

        reply.ExpectError(400, "BadRequest");
        Assert.Equal("AuthorizationFailed", reply.At("error", "details")?[0]?["code"]?.ToString());
        Assert.Contains("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write", reply.At("error", "details")?[0]?["message"]?.ToString());
        Assert.Equal("Failed", (await sandbox.Deployer.GetAsync(workspace.Id)).Property("provisioningState"));
    }

    [Fact]
    public async Task User_assigned_identity_with_its_roles_makes_the_workspace()
    {
        var workspace = await sandbox.PrepareAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);
        await sandbox.GrantAsync(workspace, identity);

        var put = await sandbox.Deployer.PutAsync(
            workspace.Id, workspace.Body(Bodies.Identity(identity.Id), $", \"primaryUserAssignedIdentity\": \"{identity.Id}\""));
        var reply = await sandbox.Deployer.SendRawAsync("GET", put.Expect(202).Headers["Location"]);

        Assert.Equal("Succeeded", reply.Expect(200).Property("provisioningState"));
        Assert.Equal(identity.ClientId, reply.Text("identity", "userAssignedIdentities", identity.Id, "clientId"));
    }

    [Fact]
    public async Task User_assigned_identity_must_be_named_primary()
    {
        var workspace = await sandbox.PrepareAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);

        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity(identity.Id)))).ExpectError(400, "BadRequest");
    }

    [Theory]
    [InlineData("storageAccount")]
    [InlineData("keyVault")]
    [InlineData("containerRegistry")]
    public async Task Dependency_that_is_not_there_is_400(string property)
    {
        var workspace = await sandbox.PrepareAsync();
        var broken = property switch
        {
            "storageAccount" => workspace with { StorageName = "absentaccount" },
            "keyVault" => workspace with { VaultName = "absent-vault" },
            _ => workspace with { RegistryName = "absentregistry" },
        };

        var reply = await sandbox.Deployer.PutAsync(workspace.Id, broken.Body(Bodies.Identity()));

        reply.ExpectError(400, "ValidationError");
        Assert.Equal($"properties.{property}", reply.Text("error", "target"));
    }

    [Fact]
    public async Task Storage_and_vault_are_needed()
    {
        var workspace = await sandbox.PrepareAsync();

        (await sandbox.Deployer.PutAsync(workspace.Id, """{ "location": "westeurope", "properties": {} }""")).ExpectError(400, "ValidationError");
    }

    [Fact]
    public async Task Storage_cannot_change()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var other = await sandbox.PrepareAsync();

        var reply = await sandbox.Deployer.PutAsync(workspace.Id, (workspace with { }).Body(Bodies.Identity()).Replace(workspace.Storage, other.Storage, StringComparison.Ordinal));

        reply.ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Map_of_identities_without_the_type_is_400()
    {
        var workspace = await sandbox.PrepareAsync();

        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body("""{ "type": "SystemAssigned", "userAssignedIdentities": {} }"""))).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Values_of_the_identity_map_are_empty_objects()
    {
        var workspace = await sandbox.PrepareAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);
        var block = Bodies.Identity(identity.Id).Replace("{}", """{ "clientId": "x" }""", StringComparison.Ordinal);

        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(block))).ExpectError(400, "InvalidIdentityValues");
    }

    [Fact]
    public async Task Identity_that_is_not_there_cannot_be_attached()
    {
        var workspace = await sandbox.PrepareAsync();
        var absent = $"{workspace.Group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/absent";

        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity(absent)))).ExpectError(400, "FailedIdentityOperation");
    }

    [Fact]
    public async Task Caller_who_may_not_assign_an_identity_is_refused_by_the_link()
    {
        var workspace = await sandbox.PrepareAsync();
        var foreign = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        var caller = await sandbox.IdentityAsync(workspace.Group, "id-caller");
        await sandbox.AssignAsync(workspace.Group, caller.PrincipalId, Roles.Contributor);

        var reply = await (await sandbox.SignInAsync(caller)).PutAsync(workspace.Id, workspace.Body(Bodies.Identity(foreign.Id)));

        reply.ExpectError(403, "LinkedAuthorizationFailed");
        Assert.Contains("userAssignedIdentities/assign/action", reply.Message);
    }

    [Fact]
    public async Task Second_kind_of_identity_can_come_but_not_go()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);
        var both = Bodies.Identity(identity.Id).Replace("\"UserAssigned\"", "\"SystemAssigned,UserAssigned\"", StringComparison.Ordinal);

        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(both))).Expect(202);
        Assert.Equal("SystemAssigned,UserAssigned", (await sandbox.Deployer.GetAsync(workspace.Id)).Text("identity", "type"));
        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()))).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Patch_changes_what_the_update_model_has_and_ignores_the_rest()
    {
        var workspace = await sandbox.WorkspaceAsync();

        (await sandbox.Deployer.PatchAsync(workspace.Id, """{ "tags": { "a": "b" }, "properties": { "friendlyName": "New", "hbiWorkspace": true } }""")).Expect(202);

        var reply = await sandbox.Deployer.GetAsync(workspace.Id);
        Assert.Equal("New", reply.Property("friendlyName"));
        Assert.Equal("b", reply.Text("tags", "a"));
        Assert.Equal("false", reply.Property("hbiWorkspace"));
    }

    [Fact]
    public async Task Deleted_workspace_blocks_its_name_until_it_is_purged()
    {
        var workspace = await sandbox.WorkspaceAsync();
        (await sandbox.Deployer.DeleteAsync(workspace.Id)).Expect(202);

        (await sandbox.Deployer.GetAsync(workspace.Id)).ExpectError(404, "ResourceNotFound");
        var blocked = await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()));
        (await sandbox.Deployer.DeleteAsync(workspace.Id, "forceToPurge=true")).Expect(202);

        blocked.ExpectError(400, "BadRequest");
        Assert.Contains("soft-deleted workspace", blocked.Message);
        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()))).Expect(202);
    }

    [Fact]
    public async Task Purge_of_a_live_workspace_frees_its_name_at_once()
    {
        var workspace = await sandbox.WorkspaceAsync();

        var deletion = (await sandbox.Deployer.DeleteAsync(workspace.Id, "forceToPurge=true")).Expect(202);

        Assert.Equal("Succeeded", (await sandbox.Deployer.SendRawAsync("GET", deletion.Headers["Azure-AsyncOperation"])).Expect(200).Text("status"));
        (await sandbox.Deployer.SendRawAsync("GET", deletion.Headers["Location"])).Expect(204);
        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()))).Expect(202);
    }

    [Fact]
    public async Task Soft_deletion_ends_by_itself_after_fourteen_days()
    {
        var workspace = await sandbox.WorkspaceAsync();
        await sandbox.Deployer.DeleteAsync(workspace.Id);
        await sandbox.Deployer.GetAsync(workspace.Group);

        sandbox.Clock.Advance(TimeSpan.FromDays(15));
        try
        {
            await sandbox.RestartAsync();
            (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()))).Expect(202);
        }
        finally
        {
            sandbox.Clock.Advance(-TimeSpan.FromDays(15));
            await sandbox.RestartAsync();
        }
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("-dash")]
    [InlineData("a-name-that-is-longer-than-it-may-be")]
    public async Task Name_against_the_rules_is_400(string name)
    {
        var workspace = await sandbox.PrepareAsync() with { Name = name };

        (await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()))).ExpectError(400, "BadRequest");
    }
}
