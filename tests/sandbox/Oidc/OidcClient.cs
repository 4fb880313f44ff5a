using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Tests.Oidc;

/// <summary>Asks for tokens of issuers outside of Entra over plain HTTP.</summary>
internal static class OidcClient
{
    public const string Audience = "api://AzureADTokenExchange";

    /// <summary>A request that lacks nothing.</summary>
    public static JsonObject Request(string issuer, string subject, string audience = Audience) =>
        new() { ["issuer"] = issuer, ["subject"] = subject, ["audience"] = audience };

    /// <summary>The token a request gets.</summary>
    public static async Task<string> TokenAsync(this SandboxFixture sandbox, JsonObject request)
    {
        var (status, body) = await sandbox.AskForTokenAsync(request.ToJsonString());
        Assert.True(status is HttpStatusCode.OK, body?.ToJsonString());
        return body?["token"]?.GetValue<string>() ?? "";
    }

    public static async Task<(HttpStatusCode Status, JsonNode? Body)> AskForTokenAsync(this SandboxFixture sandbox, string request)
    {
        using var content = new StringContent(request);
        using var response = await sandbox.Client.PostAsync(new Uri(sandbox.Host.Connection.Admin, "_sandbox/oidc/tokens"), content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonNode>(ReflectedJson.Options));
    }
}
