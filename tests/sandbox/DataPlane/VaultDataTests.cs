using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.DataPlane;

public sealed class VaultDataTests(DataPlaneFixture sandbox) : IClassFixture<DataPlaneFixture>
{
    private const string Scope = "https://vault.azure.net/.default";

    [Fact]
    public async Task Without_a_token_the_vault_says_where_to_get_one()
    {
        var (vault, _) = await VaultAsync();

        using var response = await sandbox.Client().GetAsync(Address(vault, "one"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(
            $"Bearer authorization=\"{sandbox.Host.Connection.Login}{sandbox.Host.Connection.TenantId}\", resource=\"https://vault.azure.net\"",
            response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Role_on_the_secret_alone_is_enough_and_no_more()
    {
        var (vault, group) = await VaultAsync();
        await WriteByResourceManagerAsync(group, vault, "mine", "hush");
        await WriteByResourceManagerAsync(group, vault, "other", "hush");
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync($"{Id(group, vault)}/secrets/mine", identity.PrincipalId, Roles.KeyVaultSecretsUser);
        var token = await tokenFor(Scope);

        var (mine, secret) = await GetAsync(vault, "mine", token);
        var (other, refusal) = await GetAsync(vault, "other", token);

        Assert.Equal((HttpStatusCode.OK, "hush"), (mine, secret?["value"]?.ToString()));
        Assert.Matches("/secrets/mine/[0-9a-f]{32}$", secret?["id"]?.ToString());
        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (other, refusal?["error"]?["code"]?.ToString()));
        Assert.Equal("ForbiddenByRbac", refusal?["error"]?["innererror"]?["code"]?.ToString());
    }

    [Fact]
    public async Task Roles_do_not_count_in_a_vault_with_access_policies()
    {
        var (vault, group) = await VaultAsync(byRoles: false);
        await WriteByResourceManagerAsync(group, vault, "one", "hush");
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(Id(group, vault), identity.PrincipalId, Roles.KeyVaultAdministrator);
        var token = await tokenFor(Scope);
        var (before, refusal) = await GetAsync(vault, "one", token);

        (await sandbox.Deployer.PutAsync($"{Id(group, vault)}/accessPolicies/add", $$"""
            { "properties": { "accessPolicies": [{ "tenantId": "{{sandbox.Host.Connection.TenantId}}", "objectId": "{{identity.PrincipalId}}",
              "permissions": { "secrets": ["Get"] } }] } }
            """)).Expect(200);

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (before, refusal?["error"]?["innererror"]?["code"]?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(vault, "one", token)).Status);
    }

    [Fact]
    public async Task Missing_secret_is_told_only_to_those_who_may_read_it()
    {
        var (vault, group) = await VaultAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        var token = await tokenFor(Scope);
        var (before, _) = await GetAsync(vault, "absent", token);
        await sandbox.AssignAsync(Id(group, vault), identity.PrincipalId, Roles.KeyVaultSecretsUser);

        var (after, refusal) = await GetAsync(vault, "absent", token);

        Assert.Equal(HttpStatusCode.Forbidden, before);
        Assert.Equal((HttpStatusCode.NotFound, "SecretNotFound"), (after, refusal?["error"]?["code"]?.ToString()));
    }

    [Fact]
    public async Task Secret_is_written_and_listed_by_those_who_may()
    {
        var (vault, group) = await VaultAsync();
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(Id(group, vault), identity.PrincipalId, Roles.KeyVaultAdministrator);
        var token = await tokenFor(Scope);

        using var put = DataPlaneFixture.Request(HttpMethod.Put, Address(vault, "new"), token);
        put.Content = new StringContent("""{ "value": "first", "contentType": "text/plain" }""", Encoding.UTF8, "application/json");
        using var written = await sandbox.Client().SendAsync(put);

        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        Assert.Equal("first", (await GetAsync(vault, "new", token)).Body?["value"]?.ToString());
        var list = await sandbox.Client().SendAsync(DataPlaneFixture.Request(HttpMethod.Get, new Uri(sandbox.Endpoint(SandboxEndpoint.Vault), $"{vault}/secrets?api-version=7.4"), token));
        Assert.Contains("/secrets/new\"", await list.Content.ReadAsStringAsync());
        Assert.Equal(["new"], (await sandbox.Deployer.GetAsync($"{Id(group, vault)}/secrets")).Names());
    }

    [Fact]
    public async Task Closed_network_keeps_everybody_out()
    {
        var (vault, group) = await VaultAsync();
        await WriteByResourceManagerAsync(group, vault, "one", "hush");
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(Id(group, vault), identity.PrincipalId, Roles.KeyVaultSecretsUser);
        await sandbox.Deployer.PatchAsync(Id(group, vault), """{ "properties": { "publicNetworkAccess": "Disabled" } }""");

        var (status, refusal) = await GetAsync(vault, "one", await tokenFor(Scope));

        Assert.Equal((HttpStatusCode.Forbidden, "ForbiddenByConnection"), (status, refusal?["error"]?["innererror"]?["code"]?.ToString()));
    }

    private static string Id(string group, string vault) => $"{group}/providers/Microsoft.KeyVault/vaults/{vault}";

    private Uri Address(string vault, string secret) => new(sandbox.Endpoint(SandboxEndpoint.Vault), $"{vault}/secrets/{secret}?api-version=7.4");

    private async Task<(string Vault, string Group)> VaultAsync(bool byRoles = true)
    {
        var group = await sandbox.GroupAsync();
        var vault = sandbox.Name("kv-data-");
        (await sandbox.Deployer.PutAsync(Id(group, vault), Bodies.Vault(sandbox, byRoles))).Expect(201);
        await sandbox.Deployer.GetAsync(Id(group, vault));
        return (vault, group);
    }

    private async Task WriteByResourceManagerAsync(string group, string vault, string name, string value) =>
        (await sandbox.Deployer.PutAsync($"{Id(group, vault)}/secrets/{name}", $$"""{ "properties": { "value": "{{value}}" } }""")).Expect(201);

    private async Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string vault, string secret, string token)
    {
        using var response = await sandbox.Client().SendAsync(DataPlaneFixture.Request(HttpMethod.Get, Address(vault, secret), token));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync()));
    }
}
