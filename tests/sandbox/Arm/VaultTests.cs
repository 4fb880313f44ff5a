using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class VaultTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private async Task<string> VaultAsync(string name, string? body = null)
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.KeyVault/vaults/{name}";
        (await sandbox.Deployer.PutAsync(id, body ?? Bodies.Vault(sandbox))).Expect(201);
        return id;
    }

    private string Deleted(string name) => $"{sandbox.Subscription}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/{name}";

    [Fact]
    public async Task New_one_registers_its_name_first()
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.KeyVault/vaults/kv-fresh";

        var put = (await sandbox.Deployer.PutAsync(id, Bodies.Vault(sandbox))).Expect(201);
        var reply = await sandbox.Deployer.GetAsync(id);

        Assert.Equal("RegisteringDns", put.Property("provisioningState"));
        Assert.Equal("Succeeded", reply.Property("provisioningState"));
        Assert.EndsWith("/kv-fresh/", reply.Property("vaultUri"));
        Assert.Equal("90", reply.Property("softDeleteRetentionInDays"));
        Assert.Equal("true", reply.Property("enableSoftDelete"));
    }

    [Theory]
    [InlineData("2024-11-01", "false")]
    [InlineData("2026-02-01", "true")]
    public async Task Whether_roles_rule_by_default_depends_on_the_version(string version, string expected)
    {
        var body = Bodies.Vault(sandbox).Replace("\"enableRbacAuthorization\": true,", "", StringComparison.Ordinal);

        var reply = await sandbox.Deployer.SendAsync(
            "PUT", $"{await sandbox.GroupAsync()}/providers/Microsoft.KeyVault/vaults/kv-{version}", body, $"api-version={version}");

        Assert.Equal(expected, reply.Expect(201).Property("enableRbacAuthorization"));
    }

    [Theory]
    [InlineData("\"enableSoftDelete\": false")]
    [InlineData("\"enablePurgeProtection\": false")]
    [InlineData("\"softDeleteRetentionInDays\": 6")]
    [InlineData("\"softDeleteRetentionInDays\": 91")]
    public async Task Setting_against_the_rules_is_400(string setting)
    {
        var body = Bodies.Vault(sandbox).Replace("\"accessPolicies\"", $"{setting}, \"accessPolicies\"", StringComparison.Ordinal);

        (await sandbox.Deployer.PutAsync($"{await sandbox.GroupAsync()}/providers/Microsoft.KeyVault/vaults/kv-bad", body)).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Retention_cannot_change()
    {
        var id = await VaultAsync("kv-retained");
        await sandbox.Deployer.GetAsync(id);

        (await sandbox.Deployer.PatchAsync(id, """{ "properties": { "softDeleteRetentionInDays": 30 } }""")).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Deleted_vault_keeps_its_name_and_can_be_read_until_purged()
    {
        var id = await VaultAsync("kv-soft");
        await sandbox.Deployer.GetAsync(id);
        (await sandbox.Deployer.DeleteAsync(id)).Expect(200);

        (await sandbox.Deployer.PutAsync(id, Bodies.Vault(sandbox))).ExpectError(409, "ConflictError");
        Assert.Equal(id, (await sandbox.Deployer.GetAsync(Deleted("kv-soft"))).Expect(200).Property("vaultId"));
        Assert.Contains("kv-soft", (await sandbox.Deployer.GetAsync($"{sandbox.Subscription}/providers/Microsoft.KeyVault/deletedVaults")).Names());

        var purge = (await sandbox.Deployer.PostAsync($"{Deleted("kv-soft")}/purge")).Expect(202);
        (await sandbox.Deployer.SendRawAsync("GET", purge.Headers["Location"])).Expect(204);
        (await sandbox.Deployer.PutAsync(id, Bodies.Vault(sandbox))).Expect(201);
    }

    [Fact]
    public async Task Deleted_vault_comes_back_as_it_was()
    {
        var id = await VaultAsync("kv-phoenix", Bodies.Vault(sandbox).Replace("\"location\"", "\"tags\": { \"a\": \"b\" }, \"location\"", StringComparison.Ordinal));
        await sandbox.Deployer.GetAsync(id);
        await sandbox.Deployer.DeleteAsync(id);

        var reply = await sandbox.Deployer.PutAsync(
            id, """{ "location": "westeurope", "properties": { "createMode": "recover" } }""");

        Assert.Equal("b", reply.Expect(201).Text("tags", "a"));
    }

    [Fact]
    public async Task Protected_vault_cannot_be_purged()
    {
        var id = await VaultAsync(
            "kv-guarded", Bodies.Vault(sandbox).Replace("\"accessPolicies\"", "\"enablePurgeProtection\": true, \"accessPolicies\"", StringComparison.Ordinal));
        await sandbox.Deployer.GetAsync(id);
        await sandbox.Deployer.DeleteAsync(id);

        Assert.Equal(400, (await sandbox.Deployer.PostAsync($"{Deleted("kv-guarded")}/purge")).Status);
    }

    [Fact]
    public async Task Purge_needs_more_than_contributor_of_the_vault()
    {
        var id = await VaultAsync("kv-purger");
        await sandbox.Deployer.GetAsync(id);
        await sandbox.Deployer.DeleteAsync(id);
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        await sandbox.AssignAsync(sandbox.Subscription, identity.PrincipalId, "f25e0fa2-a7c8-4377-a976-54943a77a395");
        var contributor = await sandbox.SignInAsync(identity);

        (await contributor.PostAsync($"{Deleted("kv-purger")}/purge")).ExpectError(403, "AuthorizationFailed");
    }

    [Fact]
    public async Task Vault_in_a_deleted_group_is_deleted_softly()
    {
        var id = await VaultAsync("kv-with-group");
        await sandbox.Deployer.DeleteAsync(id[..id.IndexOf("/providers/", StringComparison.Ordinal)]);

        (await sandbox.Deployer.GetAsync(Deleted("kv-with-group"))).Expect(200);
    }

    [Fact]
    public async Task Name_is_taken_for_everybody()
    {
        await VaultAsync("kv-taken");
        var other = $"{await sandbox.GroupAsync()}/providers/Microsoft.KeyVault/vaults/KV-Taken";

        (await sandbox.Deployer.PutAsync(other, Bodies.Vault(sandbox))).ExpectError(409, "VaultAlreadyExists");
    }

    [Fact]
    public async Task Access_policies_are_added_replaced_and_removed_one_by_one()
    {
        var id = await VaultAsync("kv-policies", Bodies.Vault(sandbox, byRoles: false));
        await sandbox.Deployer.GetAsync(id);

        await PolicyAsync(id, "add", "get", "11111111-1111-1111-1111-111111111111");
        await PolicyAsync(id, "add", "get", "22222222-2222-2222-2222-222222222222");
        await PolicyAsync(id, "replace", "list", "11111111-1111-1111-1111-111111111111");
        await PolicyAsync(id, "remove", "get", "22222222-2222-2222-2222-222222222222");

        var policies = Assert.IsType<JsonArray>((await sandbox.Deployer.GetAsync(id)).At("properties", "accessPolicies"));
        Assert.Equal("list", Assert.Single(policies)?["permissions"]?["secrets"]?[0]?.ToString());
    }

    [Fact]
    public async Task Secret_written_here_never_shows_its_value()
    {
        var id = await VaultAsync("kv-secrets");
        await sandbox.Deployer.GetAsync(id);

        var put = (await sandbox.Deployer.PutAsync($"{id}/secrets/one", """{ "properties": { "value": "hush" } }""")).Expect(201);

        Assert.DoesNotContain("hush", put.Body?.ToJsonString());
        Assert.DoesNotContain("hush", (await sandbox.Deployer.GetAsync($"{id}/secrets/one")).Expect(200).Body?.ToJsonString());
        Assert.EndsWith("/kv-secrets/secrets/one", put.Property("secretUri"));
    }

    private async Task PolicyAsync(string vault, string kind, string permission, string objectId) => (await sandbox.Deployer.PutAsync(
        $"{vault}/accessPolicies/{kind}",
        $$"""
        { "properties": { "accessPolicies": [{ "tenantId": "{{sandbox.Host.Connection.TenantId}}", "objectId": "{{objectId}}",
          "permissions": { "secrets": ["{{permission}}"] } }] } }
        """)).Expect(200);
}
