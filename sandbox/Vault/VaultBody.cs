using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Vault;

/// <summary>The body of a request to a vault.</summary>
internal static class VaultBody
{
    /// <summary>Reads it; what is no JSON object has no members.</summary>
    public static async Task<JsonObject> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
