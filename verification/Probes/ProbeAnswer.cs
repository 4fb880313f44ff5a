namespace Provisioning.Verification.Probes;

/// <summary>What a service answered to a probe.</summary>
internal abstract record ProbeAnswer
{
    private ProbeAnswer()
    {
    }

    /// <summary>The caller may. A service that says "there is nothing of that name" to a caller whom it let in says this too.</summary>
    /// <param name="Note">What was seen, in a few words and without content: <c>the container is empty</c>. Names what could not be deleted again.</param>
    public sealed record Allowed(string Note) : ProbeAnswer;

    /// <summary>The service answered and did not let the caller in.</summary>
    /// <param name="Status">HTTP status, 401 or 403.</param>
    /// <param name="Code">The service's error code, such as <c>AuthorizationPermissionMismatch</c>.</param>
    /// <param name="Message">The first line of the service's own words.</param>
    public sealed record Refused(int Status, string Code, string Message) : ProbeAnswer
    {
        /// <summary>Status and code: <c>403 AuthorizationPermissionMismatch</c>.</summary>
        public string Summary => Code.Length == 0 ? $"{Status}" : $"{Status} {Code}";
    }

    /// <summary>
    /// What holds the thing is not there: no such account, container, vault, registry, organization or resource group. Waiting will not
    /// help. An account, vault or registry whose host name does not resolve is missing too, as the name is its own.
    /// </summary>
    /// <param name="Code">The service's error code.</param>
    /// <param name="Message">The first line of the service's own words.</param>
    public sealed record Missing(string Code, string Message) : ProbeAnswer;

    /// <summary>
    /// No service answered, or none answered the question: connection lost, time over, the name of a service that all share not resolved,
    /// 429 and 5xx after the pipeline's retries, any other status that neither grants nor refuses.
    /// </summary>
    /// <param name="Message">What happened, in one line.</param>
    public sealed record Unavailable(string Message) : ProbeAnswer;
}
