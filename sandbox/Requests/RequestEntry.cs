namespace Provisioning.Sandbox.Requests;

/// <summary>One request as the sandbox saw it. Holds no header, no body and no token.</summary>
/// <param name="Sequence">Position in the log, from 1 on.</param>
/// <param name="At">When the request came.</param>
/// <param name="Endpoint">The endpoint asked: <c>resourceManager</c>, <c>login</c>, <c>graph</c>, <c>deepLake</c>, <c>storage</c>, <c>vault</c>, <c>registry</c>, <c>identity</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path without the query.</param>
/// <param name="Status">Status answered; 0 when the connection was cut.</param>
/// <param name="DurationMilliseconds">Time until the answer was written.</param>
/// <param name="Principal">Object id of the caller, or null when the caller is unknown.</param>
/// <param name="Code">Error code of the answer (Azure's or an AADSTS code), or null.</param>
/// <param name="CorrelationId">Correlation id of the answer, or null.</param>
public sealed record RequestEntry(
    long Sequence,
    DateTimeOffset At,
    string Endpoint,
    string Method,
    string Path,
    int Status,
    double DurationMilliseconds,
    string? Principal,
    string? Code,
    string? CorrelationId)
{
    /// <summary>Whether the request asks for a change: anything but GET, HEAD and OPTIONS.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD" or "OPTIONS");
}
