using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Vault;

/// <summary>Refusals as a vault writes them.</summary>
internal static class VaultErrors
{
    /// <summary>403 with the reason in <c>innererror</c>.</summary>
    public static IResult Forbidden(HttpContext http, string reason, string message) => Refuse(http, 403, "Forbidden", message, reason);

    /// <summary>A refusal without an inner reason.</summary>
    public static IResult Refuse(HttpContext http, int status, string code, string message, string? reason = null)
    {
        CallerFeature.Of(http).ErrorCode = reason ?? code;
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (reason is not null)
            error["innererror"] = new JsonObject { ["code"] = reason };
        return JsonAnswer.Of(new JsonObject { ["error"] = error }, status);
    }
}
