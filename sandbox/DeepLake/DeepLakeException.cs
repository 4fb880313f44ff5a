using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.DeepLake;

/// <summary>A request that Deep Lake refuses.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="message">The text of the answer.</param>
internal sealed class DeepLakeException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The request is wrong.</summary>
    public static DeepLakeException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    /// <summary>The caller is not known.</summary>
    public static DeepLakeException Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, message);

    /// <summary>The caller is known and not allowed.</summary>
    public static DeepLakeException Forbidden(string message) => new(StatusCodes.Status403Forbidden, message);

    /// <summary>The thing does not exist.</summary>
    public static DeepLakeException NotFound(string message) => new(StatusCodes.Status404NotFound, message);
}
