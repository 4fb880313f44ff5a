using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph;

/// <summary>A request that Graph refuses.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Graph's error code, which clients branch on.</param>
/// <param name="message">What is wrong, for people.</param>
internal sealed class GraphException(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Graph's error code.</summary>
    public string Code { get; } = code;

    /// <summary>The request is wrong.</summary>
    public static GraphException BadRequest(string message) => new(StatusCodes.Status400BadRequest, "Request_BadRequest", message);

    /// <summary>The object does not exist, or readers do not see it yet; Graph does not tell these apart.</summary>
    public static GraphException NotFound(string key) => new(
        StatusCodes.Status404NotFound,
        "Request_ResourceNotFound",
        $"Resource '{key}' does not exist or one of its queried reference-property objects are not present.");

    /// <summary>Another object has a key that must be unique.</summary>
    public static GraphException Conflict(string message) =>
        new(StatusCodes.Status409Conflict, "Request_MultipleObjectsWithSameKeyValue", message);

    /// <summary>The caller is known and lacks the permission.</summary>
    public static GraphException Denied() =>
        new(StatusCodes.Status403Forbidden, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

    /// <summary>The caller's token is not accepted.</summary>
    public static GraphException Unauthenticated(string message) =>
        new(StatusCodes.Status401Unauthorized, "InvalidAuthenticationToken", message);
}
