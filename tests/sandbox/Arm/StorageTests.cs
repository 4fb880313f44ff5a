namespace Provisioning.Sandbox.Tests.Arm;

public sealed class StorageTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private async Task<string> AccountAsync(string name)
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.Storage/storageAccounts/{name}";
        (await sandbox.Deployer.PutAsync(id, Bodies.Account)).Expect(202);
        await sandbox.Deployer.GetAsync(id);
        return id;
    }

    [Fact]
    public async Task Creation_is_202_without_a_body_and_location_gives_the_account()
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.Storage/storageAccounts/freshaccount";

        var put = (await sandbox.Deployer.PutAsync(id, Bodies.Account)).Expect(202);
        var reply = (await sandbox.Deployer.SendRawAsync("GET", put.Headers["Location"])).Expect(200);

        Assert.Null(put.Body);
        Assert.Contains("/asyncoperations/", put.Headers["Location"]);
        Assert.Contains("monitor=true", put.Headers["Location"]);
        Assert.Equal("Succeeded", reply.Property("provisioningState"));
        Assert.EndsWith("/freshaccount/", reply.Text("properties", "primaryEndpoints", "blob"));
        Assert.Equal("Standard", reply.Text("sku", "tier"));
    }

    [Fact]
    public async Task Update_is_done_at_once()
    {
        var id = await AccountAsync("updatedaccount");

        (await sandbox.Deployer.PutAsync(id, Bodies.Account)).Expect(200);
        Assert.Equal("false", (await sandbox.Deployer.PatchAsync(id, """{ "properties": { "allowSharedKeyAccess": false } }""")).Expect(200).Property("allowSharedKeyAccess"));
    }

    [Fact]
    public async Task Absent_shared_key_flag_stays_absent() =>
        Assert.Null((await sandbox.Deployer.GetAsync(await AccountAsync("nullaccount"))).At("properties", "allowSharedKeyAccess"));

    [Fact]
    public async Task Name_is_taken_for_everybody_and_free_after_deletion()
    {
        var id = await AccountAsync("takenaccount");
        var other = $"{await sandbox.GroupAsync()}/providers/Microsoft.Storage/storageAccounts/takenaccount";

        (await sandbox.Deployer.PutAsync(other, Bodies.Account)).ExpectError(409, "StorageAccountInAnotherResourceGroup");
        (await sandbox.Deployer.DeleteAsync(id)).Expect(200);
        (await sandbox.Deployer.PutAsync(other, Bodies.Account)).Expect(202);
    }

    [Theory]
    [InlineData("UPPER", "AccountNameInvalid")]
    [InlineData("ab", "AccountNameInvalid")]
    [InlineData("with-dash", "AccountNameInvalid")]
    public async Task Name_against_the_rules_is_400(string name, string code) =>
        (await sandbox.Deployer.PutAsync($"{await sandbox.GroupAsync()}/providers/Microsoft.Storage/storageAccounts/{name}", Bodies.Account)).ExpectError(400, code);

    [Theory]
    [InlineData("""{ "location": "westeurope", "kind": "StorageV2", "sku": { "name": "Standard_LRS" }, "properties": { "isHnsEnabled": true } }""")]
    [InlineData("""{ "location": "westeurope", "kind": "BlobStorage", "sku": { "name": "Standard_LRS" } }""")]
    [InlineData("""{ "location": "westeurope", "kind": "StorageV2", "sku": { "name": "Premium_LRS" } }""")]
    public async Task What_only_a_new_account_can_choose_cannot_change(string body)
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.Storage/storageAccounts/fixed{Guid.NewGuid():N}"[..^20];
        await sandbox.Deployer.PutAsync(id, """{ "location": "westeurope", "kind": "StorageV2", "sku": { "name": "Standard_LRS" }, "properties": { "isHnsEnabled": false } }""");
        await sandbox.Deployer.GetAsync(id);

        (await sandbox.Deployer.PutAsync(id, body)).ExpectError(400, "AccountPropertyCannotBeUpdated");
    }

    [Fact]
    public async Task Blob_service_is_always_there()
    {
        var id = await AccountAsync("serviceaccount");

        (await sandbox.Deployer.GetAsync($"{id}/blobServices/default")).Expect(200);
        var put = await sandbox.Deployer.PutAsync($"{id}/blobServices/default", """{ "properties": { "isVersioningEnabled": true } }""");
        Assert.Equal("true", put.Expect(200).Property("isVersioningEnabled"));
    }

    [Fact]
    public async Task Containers_come_and_go()
    {
        var containers = $"{await AccountAsync("containeraccount")}/blobServices/default/containers";

        var created = (await sandbox.Deployer.PutAsync($"{containers}/data-one", "{}")).Expect(201);
        (await sandbox.Deployer.PutAsync($"{containers}/data-one", """{ "properties": { "metadata": { "a": "b" } } }""")).Expect(200);

        Assert.Equal("None", created.Property("publicAccess"));
        Assert.Equal(["data-one"], (await sandbox.Deployer.GetAsync(containers)).Names());
        (await sandbox.Deployer.DeleteAsync($"{containers}/data-one")).Expect(200);
        (await sandbox.Deployer.DeleteAsync($"{containers}/data-one")).Expect(204);
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("two--dashes")]
    [InlineData("x")]
    public async Task Container_name_against_the_rules_is_400(string name) =>
        (await sandbox.Deployer.PutAsync($"{await AccountAsync($"ca{Guid.NewGuid():N}"[..20])}/blobServices/default/containers/{name}", "{}")).ExpectError(400, "BadRequest");

    [Fact]
    public async Task Public_container_needs_a_public_account() =>
        (await sandbox.Deployer.PutAsync(
            $"{await AccountAsync("privateaccount")}/blobServices/default/containers/open", """{ "properties": { "publicAccess": "Blob" } }"""))
        .ExpectError(409, "PublicAccessNotPermitted");

    [Fact]
    public async Task Keys_are_for_those_who_may_list_them()
    {
        var id = await AccountAsync("keyedaccount");
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        await sandbox.AssignAsync(id, identity.PrincipalId, Roles.Reader);

        var keys = (await sandbox.Deployer.PostAsync($"{id}/listKeys")).Expect(200);
        var refused = await (await sandbox.SignInAsync(identity)).PostAsync($"{id}/listKeys");

        Assert.Equal("key1", keys.At("keys")?[0]?["keyName"]?.ToString());
        refused.ExpectError(403, "AuthorizationFailed");
    }

    [Fact]
    public async Task Account_has_at_most_one_user_assigned_identity()
    {
        var group = await sandbox.GroupAsync();
        var one = await sandbox.IdentityAsync(group, "id-one");
        var two = await sandbox.IdentityAsync(group, "id-two");
        var body = Bodies.Account.Replace("\"kind\"", $"\"identity\": {Bodies.Identity(one.Id, two.Id)}, \"kind\"", StringComparison.Ordinal);

        (await sandbox.Deployer.PutAsync($"{group}/providers/Microsoft.Storage/storageAccounts/twoidentities", body)).ExpectError(400, "BadRequest");
    }
}
