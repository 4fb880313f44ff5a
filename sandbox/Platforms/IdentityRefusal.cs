using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Platforms;

/// <summary>Refusals as the managed-identity endpoints write them.</summary>
/// <remarks>Codes: Entra's "How to use managed identities on a VM to acquire an access token"; texts are the sandbox's own where it has no table entry.</remarks>
internal static class IdentityRefusal
{
    /// <summary>The header that keeps requests of forwarding proxies out is missing or is not <c>true</c>.</summary>
    public static IResult MetadataHeaderMissing(HttpContext http) =>
        Refuse(http, 400, "bad_request_102", "Required metadata header not specified: send 'Metadata: true'.");

    /// <summary>A parameter is missing or wrong.</summary>
    public static IResult InvalidRequest(HttpContext http, string description) => Refuse(http, 400, "invalid_request", description);

    /// <summary>The host does not have the identity. Clients look for this text.</summary>
    public static IResult IdentityNotFound(HttpContext http) => InvalidRequest(http, "Identity not found");

    /// <summary>Nobody in the tenant answers to the resource.</summary>
    public static IResult ResourceUnknown(HttpContext http, EntraError error) =>
        Refuse(http, 400, "invalid_resource", $"AADSTS{error.Code}: {error.Message}");

    /// <summary>The secret is missing or another host's.</summary>
    public static IResult SecretWrong(HttpContext http) =>
        Refuse(http, 401, "unauthorized_client", "The header 'secret' must have the value of the variable MSI_SECRET of this host.");

    /// <summary>There is no such host, or no longer.</summary>
    public static IResult HostUnknown(HttpContext http, string description) => Refuse(http, 404, "not_found", description);

    /// <summary>NMI has no identity for the pod; it answers in plain text.</summary>
    public static IResult PodHasNone(HttpContext http, string reason)
    {
        CallerFeature.Of(http).ErrorCode = "no_identity";
        return TypedResults.Text(reason, statusCode: StatusCodes.Status404NotFound);
    }

    private static IResult Refuse(HttpContext http, int status, string error, string description)
    {
        CallerFeature.Of(http).ErrorCode = error;
        return JsonAnswer.Of(new JsonObject { ["error"] = error, ["error_description"] = description }, status);
    }
}
