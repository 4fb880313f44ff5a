using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Admin;

/// <summary>Reads the bodies of administration, so that a broken one is answered by what the route expects.</summary>
internal static class AdminBody
{
    /// <summary>The body, or null when it is no JSON object.</summary>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
