using Azure;
using Azure.Identity;
using Azure.Storage.Blobs.Models;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>
/// Says what a failure of the blob service means and what to do. Messages of the client library are not repeated where they
/// may hold headers or addresses with signatures.
/// </summary>
internal static class BlobFailure
{
    /// <summary>Whether an exception is one of the blob service, of the network, or of signing in.</summary>
    public static bool IsOne(Exception exception, CancellationToken cancellationToken) =>
        exception is RequestFailedException or AuthenticationFailedException or AggregateException or IOException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>The failure as ours.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="what">What was not possible: <c>The stack … cannot be read</c>.</param>
    /// <param name="location">The container.</param>
    public static BackendException Of(Exception exception, string what, BlobLocation location) => new($"{what}: {Reason(exception, location)}");

    /// <summary>Whether a request was refused because the blob, or its lease, is not as the request expected it.</summary>
    public static bool IsConflict(RequestFailedException exception) => exception.Status is 409 or 412;

    private static string Reason(Exception exception, BlobLocation location) => exception switch
    {
        RequestFailedException { Status: > 0 } answer => Reason(answer, location),
        AuthenticationFailedException =>
            "no credential was found, or signing in failed. Set AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_KEY, AZURE_STORAGE_SAS_TOKEN or AZURE_STORAGE_CONNECTION_STRING, or sign in by 'az login', a managed or a workload identity.",
        AggregateException { InnerExceptions: [.., var last] } => Reason(last, location),
        OperationCanceledException => $"{Host(location)} did not answer in time; check the network, and try again.",
        _ => $"{Host(location)} cannot be reached ({Innermost(exception).Message}); check the account's name and the network.",
    };

    private static string Reason(RequestFailedException answer, BlobLocation location)
    {
        if (answer.ErrorCode == BlobErrorCode.ContainerNotFound)
            return $"the container '{location.Container}' does not exist; create it, or name another.";
        if (answer.ErrorCode == BlobErrorCode.AuthenticationFailed || answer.ErrorCode == BlobErrorCode.InvalidAuthenticationInfo || answer.Status == 401)
            return $"{Host(location)} refused the credential ({Codes(answer)}); check AZURE_STORAGE_KEY, whether the SAS has expired, or sign in again.";
        if (answer.Status == 403)
        {
            return $"{Host(location)} does not allow it ({Codes(answer)}); it takes the role 'Storage Blob Data Contributor' on the container, "
                + "or a SAS with the permissions racwdl, and a network that the account's firewall lets in. Where AZURE_STORAGE_KEY is set, check it too.";
        }

        return IsConflict(answer)
            ? $"somebody else has changed it at the same time ({Codes(answer)}); try again."
            : $"{Host(location)} answered with {Codes(answer)}.";
    }

    private static string Codes(RequestFailedException answer) => string.IsNullOrEmpty(answer.ErrorCode) ? $"{answer.Status}" : $"{answer.Status} {answer.ErrorCode}";

    private static string Host(BlobLocation location) => location.Service is { } service ? $"'{service.Host}'" : "the storage account";

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
