using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Probes;

public sealed class SecretProbeTests(ProbeFixture sandbox) : IClassFixture<ProbeFixture>
{
    private const string SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string VaultReader = "21090545-7ca7-4776-b22c-e363652d74d2";
    private const string Scope = "https://vault.azure.net/.default";
    private const string Value = "hush-4f1c";

    [Fact]
    public async Task Secret_is_read_by_those_with_the_role_and_its_value_stays_in_the_vault()
    {
        var (id, address) = await VaultAsync();
        var user = await sandbox.PrincipalAsync(id, SecretsUser);

        var answer = await AskAsync(address, "feature-store", user);

        Assert.Equal(new ProbeAnswer.Allowed("the secret can be read"), answer);
        Assert.DoesNotContain(Value, answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_is_refused_with_the_finer_code()
    {
        var (id, address) = await VaultAsync();

        var answer = await AskAsync(address, "feature-store", await sandbox.PrincipalAsync(id, VaultReader));

        var refused = Assert.IsType<ProbeAnswer.Refused>(answer);
        Assert.Equal((403, "ForbiddenByRbac"), (refused.Status, refused.Code));
        Assert.DoesNotContain(Value, answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_on_one_secret_opens_this_one()
    {
        var (id, address) = await VaultAsync();
        var user = await sandbox.PrincipalAsync($"{id}/secrets/feature-store", SecretsUser);

        Assert.IsType<ProbeAnswer.Allowed>(await AskAsync(address, "feature-store", user));
        Assert.IsType<ProbeAnswer.Refused>(await AskAsync(address, "other", user));
    }

    [Fact]
    public async Task Secret_that_is_not_there_yet_is_allowed()
    {
        var (id, address) = await VaultAsync();
        var user = await sandbox.PrincipalAsync(id, SecretsUser);

        Assert.Equal(new ProbeAnswer.Allowed("the secret does not exist yet"), await AskAsync(address, "absent", user));
    }

    [Fact]
    public async Task Disabled_secret_is_allowed_and_said_to_be_disabled()
    {
        var (id, address) = await VaultAsync();
        await sandbox.PutAsync($"{id}/secrets/off", "2024-11-01", $$"""{ "properties": { "value": "{{Value}}", "attributes": { "enabled": false } } }""");
        var user = await sandbox.PrincipalAsync(id, SecretsUser);

        Assert.Equal(new ProbeAnswer.Allowed("the secret is disabled"), await AskAsync(address, "off", user));
    }

    [Fact]
    public async Task Secrets_are_listed_by_those_who_may_see_them()
    {
        var (id, address) = await VaultAsync();

        Assert.Equal(new ProbeAnswer.Allowed("the secrets can be listed"), await AskAsync(address, null, await sandbox.PrincipalAsync(id, VaultReader)));
        Assert.IsType<ProbeAnswer.Refused>(await AskAsync(address, null, await sandbox.PrincipalAsync()));
    }

    [Fact]
    public async Task Vault_that_nobody_has_is_missing()
    {
        var (_, address) = await VaultAsync();
        var somebody = await sandbox.PrincipalAsync();

        var unknown = await AskAsync(new Uri(address, "../kv-absent/"), "feature-store", somebody);
        var unresolved = await AskAsync(new Uri("https://kv-absent.vault.invalid/"), "feature-store", somebody);

        Assert.Equal("VaultNotFound", Assert.IsType<ProbeAnswer.Missing>(unknown).Code);
        Assert.Equal("VaultNotFound", Assert.IsType<ProbeAnswer.Missing>(unresolved).Code);
    }

    [Fact]
    public async Task Vault_that_does_not_answer_is_unavailable() =>
        Assert.IsType<ProbeAnswer.Unavailable>(
            await AskAsync(new Uri($"https://localhost:{ProbeFixture.ClosedPort()}/kv/"), "feature-store", await sandbox.PrincipalAsync()));

    private Task<ProbeAnswer> AskAsync(Uri vault, string? secret, ProbePrincipal principal) =>
        new SecretProbe(sandbox.Transport, vault, secret, Scope).AskAsync(principal.Credential, CancellationToken.None);

    private async Task<(string Id, Uri Address)> VaultAsync()
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.KeyVault/vaults/{sandbox.Name("kv-probe-")}";
        var vault = await sandbox.PutAsync(id, "2024-11-01", $$"""
            { "location": "westeurope", "properties": { "tenantId": "{{sandbox.Host.Connection.TenantId}}",
              "sku": { "family": "A", "name": "standard" }, "enableRbacAuthorization": true, "accessPolicies": [] } }
            """);
        await sandbox.PutAsync($"{id}/secrets/feature-store", "2024-11-01", $$"""{ "properties": { "value": "{{Value}}" } }""");
        return (id, new Uri($"{vault["properties"]?["vaultUri"]}"));
    }
}
