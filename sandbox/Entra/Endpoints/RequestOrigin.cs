using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Entra.Endpoints;

/// <summary>The address under which a caller knows the login host.</summary>
internal static class RequestOrigin
{
    /// <summary>Scheme and authority of the request, without trailing slash.</summary>
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
