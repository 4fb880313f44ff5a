using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Provisioning.Sandbox.Tests.Entra;

public sealed class DiscoveryTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Tenants_document_names_its_endpoints()
    {
        var tenant = sandbox.Host.Connection.TenantId;
        var login = sandbox.Host.Connection.Login.AbsoluteUri.TrimEnd('/');

        var document = await GetAsync($"{tenant}/v2.0/.well-known/openid-configuration");

        Assert.Equal($"{login}/{tenant}/v2.0", document["issuer"]?.GetValue<string>());
        Assert.Equal($"{login}/{tenant}/oauth2/v2.0/token", document["token_endpoint"]?.GetValue<string>());
        Assert.Equal($"{login}/{tenant}/discovery/v2.0/keys", document["jwks_uri"]?.GetValue<string>());
    }

    [Fact]
    public async Task Shared_document_leaves_the_tenant_open()
    {
        var document = await GetAsync("common/v2.0/.well-known/openid-configuration");

        Assert.EndsWith("/{tenantid}/v2.0", document["issuer"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contoso.example/v2.0/.well-known/openid-configuration")]
    [InlineData("contoso.example/discovery/v2.0/keys")]
    public async Task Unknown_tenant_has_no_documents(string path)
    {
        using var response = await sandbox.Client.GetAsync(new Uri(sandbox.Host.Connection.Login, path));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("AADSTS90002", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_1_document_and_keys_verify_access_tokens()
    {
        var document = await GetAsync($"{sandbox.Host.Connection.TenantId}/.well-known/openid-configuration");
        var keys = await GetAsync(document["jwks_uri"]?.GetValue<string>() ?? "");

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(await sandbox.SignInAsync(), new TokenValidationParameters
        {
            ValidIssuer = document["issuer"]?.GetValue<string>(),
            ValidAudience = "https://management.azure.com",
            IssuerSigningKeys = new JsonWebKeySet(keys.ToJsonString()).GetSigningKeys(),
        });

        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task Instance_discovery_knows_this_host_alone()
    {
        var document = await GetAsync("common/discovery/instance?api-version=1.1&authorization_endpoint=https://localhost/x/oauth2/v2.0/authorize");

        Assert.Equal(sandbox.Host.Connection.Login.Authority, document["metadata"]?[0]?["preferred_network"]?.GetValue<string>());
        Assert.StartsWith(sandbox.Host.Connection.Login.AbsoluteUri, document["tenant_discovery_endpoint"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<JsonObject> GetAsync(string path) =>
        Assert.IsType<JsonObject>(await sandbox.Client.GetFromJsonAsync<JsonNode>(new Uri(sandbox.Host.Connection.Login, path), ReflectedJson.Options));
}
