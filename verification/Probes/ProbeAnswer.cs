namespace Provisioning.Verification.Probes;

/// <summary>What a service answered to a probe.</summary>
internal abstract record ProbeAnswer
{
    private ProbeAnswer()
    {
    }

    /// <summary>The caller may. A service that says "there is nothing of that name" to a caller whom it let in says this too.</summary>
    /// <param name="Note">What was seen, in a few words and without content: <c>3 blobs</c>, <c>the container is empty</c>.</param>
    public sealed record Allowed(string Note) : ProbeAnswer;

    /// <summary>The service answered and did not let the caller in.</summary>
    /// <param name="Status">HTTP status, 401 or 403.</param>
    /// <param name="Code">The service's error code, such as <c>AuthorizationPermissionMismatch</c>.</param>
    /// <param name="Message">The first line of the service's own words.</param>
    public sealed record Refused(int Status, string Code, string Message) : ProbeAnswer;

    /// <summary>What holds the thing is not there: no such account, container, vault or registry. Waiting will not help.</summary>
    /// <param name="Code">The service's error code.</param>
    /// <param name="Message">The first line of the service's own words.</param>
    public sealed record Missing(string Code, string Message) : ProbeAnswer;

    /// <summary>No service answered, or it answered that it could not: name resolution, connection, 429 and 5xx after the pipeline's retries.</summary>
    /// <param name="Message">What happened, in one line.</param>
    public sealed record Unavailable(string Message) : ProbeAnswer;
}
