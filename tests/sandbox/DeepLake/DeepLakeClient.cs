using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.DeepLake;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Tests.DeepLake;

/// <summary>Calls Deep Lake over plain HTTP.</summary>
internal static class DeepLakeClient
{
    public static readonly string Organization = SandboxOptions.DefaultDeepLakeOrganizationId.ToString();

    /// <summary>Deep Lake, seen past its HTTP interface.</summary>
    public static DeepLakeStore DeepLake(this SandboxFixture sandbox) => new(sandbox.Host.Context);

    public static string AdministratorToken(this SandboxFixture sandbox) => File.ReadAllText(sandbox.Host.Connection.DeepLakeTokenFile);

    /// <summary>The token of a user with a role in the sandbox's organization.</summary>
    public static string TokenOf(this SandboxFixture sandbox, MemberRole role)
    {
        var user = sandbox.DeepLake().AddUser(role.ToString());
        sandbox.DeepLake().SetRole(Organization, user.Id, role);
        return sandbox.DeepLake().IssueToken(user.Id, Organization, TimeSpan.FromDays(1));
    }

    /// <summary>Calls as the administrator.</summary>
    public static Task<(HttpStatusCode Status, JsonNode? Body)> DeepLakeAsync(this SandboxFixture sandbox, HttpMethod method, string path, JsonNode? body = null) =>
        sandbox.DeepLakeAsAsync(sandbox.AdministratorToken(), method, path, body);

    /// <summary>Calls with a bearer token; none when it is empty.</summary>
    public static async Task<(HttpStatusCode Status, JsonNode? Body)> DeepLakeAsAsync(
        this SandboxFixture sandbox, string token, HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(sandbox.Host.Connection.DeepLake, path));
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: ReflectedJson.Options);

        using var response = await sandbox.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public static string Identities(string? organization = null) => $"organizations/{organization ?? Organization}/workload-identities";

    public static JsonObject Body(Guid clientId, Guid tenantId, string name = "trainer") => new()
    {
        ["name"] = name,
        ["workload_identity_data"] = new JsonObject
        {
            ["type"] = "azure",
            ["azure_client_id"] = clientId.ToString(),
            ["azure_tenant_id"] = tenantId.ToString(),
        },
    };

    /// <summary>A managed identity with a token for ARM.</summary>
    public static (ServicePrincipal Identity, string Token) AddIdentity(this SandboxFixture sandbox, string audience = "https://management.azure.com")
    {
        var identity = sandbox.Tenant.Directory.CreateManagedIdentity("trainer", "/subscriptions/s/trainer");
        return (identity, sandbox.Tenant.Tokens.Issue(identity, audience).Value);
    }
}
