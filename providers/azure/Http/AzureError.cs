using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Http;

/// <summary>An error as Azure reports it, or the loss of a connection to it.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer, and for <see cref="OperationFailed"/>.</param>
/// <param name="Code">Azure's code; empty when the body had none.</param>
/// <param name="Message">Azure's text, for people only.</param>
internal sealed record AzureError(int Status, string Code, string Message)
{
    /// <summary>The status we give to a long-running operation that Azure accepted and then reported as failed.</summary>
    public const int OperationFailed = 0;

    /// <summary>The code we give to a call that got no answer.</summary>
    public const string NoAnswer = "NoAnswer";

    /// <summary>All codes: the outer one and those nested in <c>details</c> and <c>innererror</c>, as Azure ML has them.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The service's id of the call; empty when unknown.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The id that the calls of one operation share; empty when unknown.</summary>
    public string CorrelationId { get; init; } = "";

    /// <summary>When to try again, if the service says.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the failure means.</summary>
    public FailureKind Meaning { get; init; } = MeaningOf(Status, Code);

    /// <summary>What was waited for in vain; empty when nothing was.</summary>
    public string GaveUpOn { get; init; } = "";

    /// <summary>Whether no further attempt may be made.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether the call may have taken effect all the same.</summary>
    public bool MayHaveTakenEffect => Code == NoAnswer || Status is 408 or >= 500;

    /// <summary>
    /// Whether the error says that the resource does not exist. A subscription or type that is not found says nothing about it.
    /// </summary>
    public bool SaysAbsent =>
        Status == 404 && !Codes.Any(code => code is "SubscriptionNotFound" or "InvalidResourceType" or "InvalidResourceNamespace");

    /// <summary>The error of a failed call.</summary>
    public static AzureError Of(RestResponse response)
    {
        var error = Parse(response.Status, response.Body);
        return error with
        {
            RequestId = response.RequestId.Length > 0 ? response.RequestId : error.RequestId,
            CorrelationId = response.CorrelationId,
            RetryAfter = response.RetryAfter,
        };
    }

    /// <summary>
    /// Reads an error envelope. Some services put code and message at the root, without <c>error</c>; Graph nests the
    /// request id in it.
    /// </summary>
    public static AzureError Parse(int status, PropertyMap body)
    {
        var error = body.GetOrNull("error") is PropertyValue.ObjectValue envelope ? envelope.Members : body;
        var codes = CodesOf(error).ToList();
        var message = string.Join(" ", MessagesOf(error).Distinct(StringComparer.Ordinal));
        return new AzureError(status, error.TextAt("code") ?? "", message.Length > 0 ? message : $"no message, HTTP status {status}")
        {
            Codes = codes,
            RequestId = error.TextAt("innerError.request-id") ?? "",
        };
    }

    private static FailureKind MeaningOf(int status, string code) => (status, code) switch
    {
        (_, NoAnswer) => FailureKind.NoAnswer,
        (OperationFailed, _) => FailureKind.Failed,
        (401 or 403, _) => FailureKind.NotAllowed,
        (404, _) => FailureKind.NotFound,
        (409 or 412, _) => FailureKind.Conflict,
        (429, _) => FailureKind.Throttled,
        (408 or >= 500, _) => FailureKind.Unavailable,
        _ => FailureKind.WrongInput,
    };

    private static IEnumerable<string> CodesOf(PropertyMap error)
    {
        if (error.TextAt("code") is { } code)
            yield return code;
        foreach (var inner in Nested(error).SelectMany(CodesOf))
            yield return inner;
    }

    private static IEnumerable<string> MessagesOf(PropertyMap error)
    {
        if (error.TextAt("message") is { Length: > 0 } message)
            yield return message;
        foreach (var inner in Details(error).SelectMany(MessagesOf))
            yield return inner;
    }

    private static IEnumerable<PropertyMap> Nested(PropertyMap error) =>
        Details(error).Append(error.GetOrNull("innererror").AsMembers()).Append(error.GetOrNull("innerError").AsMembers())
            .Where(inner => inner.Count > 0);

    private static IEnumerable<PropertyMap> Details(PropertyMap error) =>
        error.GetOrNull("details") is PropertyValue.ArrayValue details ? details.Items.Select(item => item.AsMembers()) : [];
}
