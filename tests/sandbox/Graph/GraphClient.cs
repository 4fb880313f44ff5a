using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Tests.Entra;

namespace Provisioning.Sandbox.Tests.Graph;

/// <summary>Calls Graph over plain HTTP.</summary>
internal static class GraphClient
{
    /// <summary>Longer than replication takes.</summary>
    public static readonly TimeSpan Replication = TimeSpan.FromSeconds(1);

    /// <summary>Calls Graph as the deployer.</summary>
    public static async Task<(HttpStatusCode Status, JsonObject Body)> GraphAsync(
        this SandboxFixture sandbox, HttpMethod method, string path, object? body = null, string? prefer = null) =>
        await sandbox.GraphAsAsync(await sandbox.SignInAsync(LoginClient.GraphScope), method, path, body, prefer);

    /// <summary>Calls Graph with a token; none when it is empty.</summary>
    public static async Task<(HttpStatusCode Status, JsonObject Body)> GraphAsAsync(
        this SandboxFixture sandbox, string token, HttpMethod method, string path, object? body = null, string? prefer = null)
    {
        var root = new Uri(sandbox.Host.Connection.Graph, "v1.0/");
        using var request = new HttpRequestMessage(method, path.StartsWith("https:", StringComparison.Ordinal) ? new Uri(path) : new Uri(root, path));
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (prefer is not null)
            request.Headers.Add("Prefer", prefer);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: ReflectedJson.Options);

        using var response = await sandbox.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? [] : Assert.IsType<JsonObject>(JsonNode.Parse(text)));
    }

    /// <summary>An application that readers see.</summary>
    public static async Task<(string Id, string AppId)> CreateApplicationAsync(this SandboxFixture sandbox, string displayName = "trainer")
    {
        var (status, body) = await sandbox.GraphAsync(HttpMethod.Post, "applications", new { displayName });
        Assert.Equal(HttpStatusCode.Created, status);
        sandbox.Clock.Advance(Replication);
        return (body.Text("id"), body.Text("appId"));
    }

    /// <summary>A member that must be a string.</summary>
    public static string Text(this JsonObject body, string name) => Assert.IsAssignableFrom<JsonNode>(body[name]).GetValue<string>();

    /// <summary>The error code of a refusal.</summary>
    public static string? Code(this JsonObject body) => body["error"]?["code"]?.GetValue<string>();

    /// <summary>The objects of a list.</summary>
    public static JsonArray List(this JsonObject body) => Assert.IsType<JsonArray>(body["value"]);
}
