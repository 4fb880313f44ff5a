using System.Net;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Oidc;

namespace Provisioning.Sandbox.Tests.Entra;

/// <summary>Asks the login host for tokens over plain HTTP.</summary>
internal static class LoginClient
{
    public const string ResourceManagerScope = "https://management.azure.com/.default";
    public const string GraphScope = "https://graph.microsoft.com/.default";

    /// <summary>The form of a sign-in by assertion.</summary>
    public static Dictionary<string, string> Form(Guid clientId, string assertion, string scope = ResourceManagerScope) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = clientId.ToString(),
        ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ["client_assertion"] = assertion,
        ["scope"] = scope,
    };

    public static async Task<(HttpStatusCode Status, JsonObject Body)> AskAsync(
        this SandboxFixture sandbox, IEnumerable<KeyValuePair<string, string>> form, string? tenant = null)
    {
        var uri = new Uri(sandbox.Host.Connection.Login, $"{tenant ?? sandbox.Host.Connection.TenantId.ToString()}/oauth2/v2.0/token");
        using var content = new FormUrlEncodedContent(form);
        using var response = await sandbox.Client.PostAsync(uri, content);
        var body = Assert.IsType<JsonObject>(JsonNode.Parse(await response.Content.ReadAsStringAsync()));
        return (response.StatusCode, body);
    }

    /// <summary>A token for the deployer.</summary>
    public static async Task<string> SignInAsync(this SandboxFixture sandbox, string scope = ResourceManagerScope)
    {
        var deployer = sandbox.Host.Connection.Deployer;
        var assertion = sandbox.Mint("developer", "developer:provisioner");
        var (status, body) = await sandbox.AskAsync(Form(deployer.ClientId, assertion, scope));
        Assert.Equal(HttpStatusCode.OK, status);
        return Assert.IsAssignableFrom<JsonNode>(body["access_token"]).GetValue<string>();
    }

    /// <summary>A token of one of the sandbox's outside issuers.</summary>
    public static string Mint(this SandboxFixture sandbox, string issuer, string subject, string audience = "api://AzureADTokenExchange") =>
        sandbox.Host.Context.Issuers.Get(issuer).Issue(OidcToken.ValidFor(TimeSpan.FromHours(1), subject, audience, sandbox.Host.Context));
}
