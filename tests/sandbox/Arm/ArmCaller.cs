using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>Somebody who calls Resource Manager over plain HTTP.</summary>
internal sealed class ArmCaller(HttpClient client, Uri resourceManager, string? token)
{
    /// <summary>A version that each provider accepts.</summary>
    private static readonly Dictionary<string, string> Versions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsoft.Authorization"] = "2022-04-01",
        ["Microsoft.ManagedIdentity"] = "2023-01-31",
        ["Microsoft.MachineLearningServices"] = "2025-12-01",
        ["Microsoft.ContainerRegistry"] = "2025-11-01",
        ["Microsoft.Storage"] = "2024-01-01",
        ["Microsoft.KeyVault"] = "2024-11-01",
        ["Microsoft.Insights"] = "2020-02-02",
        ["Microsoft.OperationalInsights"] = "2023-09-01",
        ["Microsoft.Kubernetes"] = "2026-05-01",
        ["Microsoft.KubernetesConfiguration"] = "2023-05-01",
        ["Microsoft.ContainerService"] = "2025-09-01",
    };

    public Task<ArmReply> GetAsync(string path, string query = "") => SendAsync("GET", path, query: query);

    public Task<ArmReply> PutAsync(string path, string body) => SendAsync("PUT", path, body);

    public Task<ArmReply> PatchAsync(string path, string body) => SendAsync("PATCH", path, body);

    public Task<ArmReply> PostAsync(string path, string body = "{}") => SendAsync("POST", path, body);

    public Task<ArmReply> DeleteAsync(string path, string query = "") => SendAsync("DELETE", path, query: query);

    /// <summary>Sends a request; the API version is the provider's unless the query has one.</summary>
    public Task<ArmReply> SendAsync(string method, string path, string? body = null, string query = "", params (string Name, string Value)[] headers)
    {
        if (!query.Contains("api-version", StringComparison.Ordinal))
            query = $"api-version={VersionFor(path)}" + (query.Length > 0 ? "&" + query : "");
        return SendRawAsync(method, $"{path}?{query}", body, headers);
    }

    /// <summary>Sends a request to an address as it is.</summary>
    public async Task<ArmReply> SendRawAsync(string method, string address, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(resourceManager, address));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var all = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new ArmReply((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, all);
    }

    private static string VersionFor(string path)
    {
        var segments = path.Split('/');
        var provider = Array.FindLastIndex(segments, segment => segment.Equals("providers", StringComparison.OrdinalIgnoreCase));
        return provider >= 0 && provider + 1 < segments.Length && Versions.TryGetValue(segments[provider + 1], out var version) ? version : "2024-03-01";
    }
}
