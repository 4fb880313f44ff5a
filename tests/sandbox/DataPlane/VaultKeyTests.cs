using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.DataPlane;

/// <summary>What keys of a vault are used for; their material stays in the vault.</summary>
public sealed class VaultKeyTests(DataPlaneFixture sandbox) : IClassFixture<DataPlaneFixture>
{
    private const string Scope = "https://vault.azure.net/.default";

    private static readonly byte[] Data = Encoding.UTF8.GetBytes("thirty-two bytes of a data key..");

    [Theory]
    [InlineData("RSA-OAEP-256")]
    [InlineData("RSA-OAEP")]
    [InlineData("RSA1_5")]
    public async Task What_a_key_encrypts_it_decrypts(string algorithm)
    {
        var (key, token) = await KeyAsync(Roles.KeyVaultCryptoUser);

        var (status, encrypted) = await UseAsync($"{key}/encrypt", token, Data, algorithm);
        var (_, decrypted) = await UseAsync($"{key}/decrypt", token, Value(encrypted), algorithm);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(256, Value(encrypted).Length);
        Assert.Equal(Data, Value(decrypted));
        Assert.Matches("/keys/main/[0-9a-f]{32}$", encrypted?["kid"]?.ToString());
    }

    [Fact]
    public async Task The_public_part_encrypts_for_the_vault()
    {
        var (key, token) = await KeyAsync(Roles.KeyVaultCryptoUser);
        var (_, bundle) = await SendAsync(HttpMethod.Get, key, token);
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(bundle?["key"]?["n"]?.ToString()),
            Exponent = Base64Url.DecodeFromChars(bundle?["key"]?["e"]?.ToString()),
        });

        var (status, decrypted) = await UseAsync($"{key}/decrypt", token, rsa.Encrypt(Data, RSAEncryptionPadding.OaepSHA256));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Data, Value(decrypted));
    }

    [Fact]
    public async Task Nothing_but_the_role_lets_a_caller_use_a_key()
    {
        var (key, token) = await KeyAsync(Roles.KeyVaultSecretsUser);

        var (status, refusal) = await UseAsync($"{key}/encrypt", token, Data);

        Assert.Equal((HttpStatusCode.Forbidden, "ForbiddenByRbac"), (status, Inner(refusal)));
        Assert.Contains("Microsoft.KeyVault/vaults/keys/encrypt/action", refusal?["error"]?["message"]?.ToString());
    }

    [Fact]
    public async Task Service_encryption_user_may_wrap_and_not_encrypt()
    {
        var (key, token) = await KeyAsync(Roles.KeyVaultCryptoServiceEncryptionUser);

        var (encrypting, _) = await UseAsync($"{key}/encrypt", token, Data);
        var (wrapping, wrapped) = await UseAsync($"{key}/wrapkey", token, Data);
        var (_, unwrapped) = await UseAsync($"{key}/unwrapkey", token, Value(wrapped));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (encrypting, wrapping));
        Assert.Equal(Data, Value(unwrapped));
    }

    [Fact]
    public async Task Access_policies_give_permissions_on_keys_apart_from_those_on_secrets()
    {
        var (group, vault) = await VaultAsync(byRoles: false);
        await PutKeyAsync(group, vault, "RSA");
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await AllowAsync(group, vault, identity.PrincipalId, """{ "secrets": ["All"], "keys": ["Encrypt"] }""");
        var token = await tokenFor(Scope);

        var (encrypting, encrypted) = await UseAsync($"{vault}/keys/main/encrypt", token, Data);
        var (decrypting, refusal) = await UseAsync($"{vault}/keys/main/decrypt", token, Value(encrypted));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (encrypting, decrypting));
        Assert.Contains("'decrypt' on keys", refusal?["error"]?["message"]?.ToString());
    }

    [Fact]
    public async Task A_new_version_does_not_decrypt_what_an_earlier_one_encrypted()
    {
        var (key, token) = await KeyAsync(Roles.KeyVaultAdministrator);
        var (_, encrypted) = await UseAsync($"{key}/encrypt", token, Data);
        var earlier = encrypted?["kid"]?.ToString().Split('/')[^1];
        var (created, _) = await SendAsync(HttpMethod.Post, $"{key}/create", token, """{ "kty": "RSA" }""");

        var (latest, refusal) = await UseAsync($"{key}/decrypt", token, Value(encrypted));
        var (named, decrypted) = await UseAsync($"{key}/{earlier}/decrypt", token, Value(encrypted));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK), (created, latest, named));
        Assert.Equal("BadParameter", refusal?["error"]?["code"]?.ToString());
        Assert.Equal(Data, Value(decrypted));
    }

    [Fact]
    public async Task A_disabled_key_is_not_used()
    {
        var (key, token) = await KeyAsync(Roles.KeyVaultAdministrator);
        await SendAsync(HttpMethod.Post, $"{key}/create", token, """{ "kty": "RSA", "attributes": { "enabled": false } }""");

        var (status, refusal) = await UseAsync($"{key}/encrypt", token, Data);

        Assert.Equal((HttpStatusCode.Forbidden, "KeyDisabled"), (status, Inner(refusal)));
    }

    [Theory]
    [InlineData("absent/encrypt", "RSA-OAEP-256", HttpStatusCode.NotFound, "KeyNotFound")]
    [InlineData("main/00000000000000000000000000000000/encrypt", "RSA-OAEP-256", HttpStatusCode.NotFound, "KeyNotFound")]
    [InlineData("main/encrypt", "A256GCM", HttpStatusCode.BadRequest, "BadParameter")]
    [InlineData("main/decrypt", "RSA-OAEP-256", HttpStatusCode.BadRequest, "BadParameter")]
    public async Task What_cannot_be_is_refused(string operation, string algorithm, HttpStatusCode status, string code)
    {
        var (key, token) = await KeyAsync(Roles.KeyVaultCryptoUser);

        var (answered, refusal) = await UseAsync(key.Replace("main", operation, StringComparison.Ordinal), token, Data, algorithm);

        Assert.Equal((status, code), (answered, refusal?["error"]?["code"]?.ToString()));
    }

    [Fact]
    public async Task A_key_of_another_kind_does_not_encrypt()
    {
        var (group, vault) = await VaultAsync();
        await PutKeyAsync(group, vault, "EC");
        var token = await TokenAsync(group, vault, Roles.KeyVaultCryptoUser);

        var (status, _) = await UseAsync($"{vault}/keys/main/encrypt", token, Data);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static string Id(string group, string vault) => $"{group}/providers/Microsoft.KeyVault/vaults/{vault}";

    private static byte[] Value(JsonNode? answer) => Base64Url.DecodeFromChars(answer?["value"]?.ToString());

    private static string? Inner(JsonNode? refusal) => refusal?["error"]?["innererror"]?["code"]?.ToString();

    /// <summary>A key in a vault of its own, and a token of a caller who has a role there.</summary>
    private async Task<(string Key, string Token)> KeyAsync(string role)
    {
        var (group, vault) = await VaultAsync();
        await PutKeyAsync(group, vault, "RSA");
        return ($"{vault}/keys/main", await TokenAsync(group, vault, role));
    }

    private async Task<(string Group, string Vault)> VaultAsync(bool byRoles = true)
    {
        var group = await sandbox.GroupAsync();
        var vault = sandbox.Name("kv-keys-");
        (await sandbox.Deployer.PutAsync(Id(group, vault), Bodies.Vault(sandbox, byRoles))).Expect(201);
        await sandbox.Deployer.GetAsync(Id(group, vault));
        return (group, vault);
    }

    private async Task PutKeyAsync(string group, string vault, string kind) =>
        (await sandbox.Deployer.PutAsync($"{Id(group, vault)}/keys/main", $$"""{ "properties": { "kty": "{{kind}}" } }""")).Expect(200);

    private async Task<string> TokenAsync(string group, string vault, string role)
    {
        var (identity, tokenFor) = await sandbox.WorkerAsync(group);
        await sandbox.AssignAsync(Id(group, vault), identity.PrincipalId, role);
        return await tokenFor(Scope);
    }

    private async Task AllowAsync(string group, string vault, string principal, string permissions) =>
        (await sandbox.Deployer.PutAsync($"{Id(group, vault)}/accessPolicies/add", $$"""
            { "properties": { "accessPolicies": [{ "tenantId": "{{sandbox.Host.Connection.TenantId}}", "objectId": "{{principal}}", "permissions": {{permissions}} }] } }
            """)).Expect(200);

    private Task<(HttpStatusCode Status, JsonNode? Body)> UseAsync(string operation, string token, byte[] data, string algorithm = "RSA-OAEP-256") =>
        SendAsync(HttpMethod.Post, operation, token, $$"""{ "alg": "{{algorithm}}", "value": "{{Base64Url.EncodeToString(data)}}" }""");

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, string token, string? body = null)
    {
        using var request = DataPlaneFixture.Request(method, new Uri(sandbox.Endpoint(SandboxEndpoint.Vault), $"{path}?api-version=7.4"), token);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await sandbox.Client().SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync()));
    }
}
