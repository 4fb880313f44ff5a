using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Registry;

/// <summary>Refusals as registries write them.</summary>
internal static class RegistryErrors
{
    /// <summary>A refusal.</summary>
    public static IResult Refuse(HttpContext http, int status, string code, string message, JsonNode? detail = null)
    {
        CallerFeature.Of(http).ErrorCode = code;
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (detail is not null)
            error["detail"] = detail;
        return JsonAnswer.Of(new JsonObject { ["errors"] = new JsonArray(error) }, status);
    }

    /// <summary>401 with the address where the needed token is to be had.</summary>
    /// <param name="http">The request.</param>
    /// <param name="loginServer">The registry.</param>
    /// <param name="scope">What the token must be good for, or null.</param>
    public static IResult Challenge(HttpContext http, string loginServer, RegistryScope? scope)
    {
        var wanted = scope is null ? "" : $",scope=\"{scope}\"";
        http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"https://{loginServer}/oauth2/token\",service=\"{loginServer}\"{wanted}";
        var detail = scope is null ? null : new JsonArray(scope.Actions
            .Select(action => (JsonNode)new JsonObject { ["Type"] = scope.Type, ["Name"] = scope.Name, ["Action"] = action })
            .ToArray());
        return Refuse(http, 401, "UNAUTHORIZED", "authentication required", detail);
    }
}
