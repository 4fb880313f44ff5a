using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Protocol.Rpc;
using Provisioning.Providers.DeepLake.Configuration;

namespace Provisioning.Providers.DeepLake.Api;

/// <summary>Turns answers that are no success into failures of a call: what was tried, what the service said, and what to do.</summary>
internal sealed class Failures(ApiToken token)
{
    private const int LongestQuote = 300;

    // In the order in which Deep Lake's services use them.
    private static readonly string[] TextMembers = ["error", "message", "detail", "description"];

    /// <summary>A failure.</summary>
    /// <param name="action">What was tried, as it follows "Deep Lake could not".</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="writes">Whether it changes something, so that an unclear answer leaves an unknown state.</param>
    public RpcException Of(string action, Answer answer, bool writes)
    {
        var code = writes && answer.MayHaveTakenEffect ? RpcStatusCode.Unknown : CodeOf(answer);
        return new RpcException(code, $"Deep Lake could not {action}: {Describe(answer)} {Advise(answer, writes)}".TrimEnd());
    }

    private static RpcStatusCode CodeOf(Answer answer) => answer switch
    {
        Answer.Lost => RpcStatusCode.Unavailable,
        Answer.Received { Status: HttpStatusCode.Unauthorized } => RpcStatusCode.Unauthenticated,
        Answer.Received { Status: HttpStatusCode.Forbidden } => RpcStatusCode.PermissionDenied,
        Answer.Received { Status: HttpStatusCode.NotFound } => RpcStatusCode.NotFound,
        Answer.Received { Status: HttpStatusCode.Conflict } => RpcStatusCode.AlreadyExists,
        Answer.Received { Status: HttpStatusCode.PaymentRequired } => RpcStatusCode.FailedPrecondition,
        Answer.Received { Status: HttpStatusCode.TooManyRequests } => RpcStatusCode.ResourceExhausted,
        Answer.Received { Status: >= HttpStatusCode.InternalServerError } => RpcStatusCode.Unavailable,
        Answer.Received => RpcStatusCode.InvalidArgument,
        _ => throw new InvalidOperationException($"Unhandled answer {answer.GetType()}."),
    };

    private static string Advise(Answer answer, bool writes) => answer switch
    {
        Answer.Received { Status: HttpStatusCode.Unauthorized } =>
            "Set deeplake:token (or DEEPLAKE_API_KEY) to a valid API token of an administrator.",
        Answer.Received { Status: HttpStatusCode.Forbidden, IsHtml: false } =>
            "The token must be of a user who administers the organization; workload identities cannot register others.",
        Answer.Received { Status: HttpStatusCode.NotFound } =>
            "Check the organization id, and that the token's user is a member.",
        Answer.Received { Status: HttpStatusCode.Conflict } =>
            "Its list does not show what is in the way; look for it in the organization's settings.",
        Answer.Received { Status: HttpStatusCode.PaymentRequired } => "Top up the organization's balance.",
        { IsTransient: true } => writes && answer.MayHaveTakenEffect ? "Run again: what was done will be found." : "Run again later.",
        _ => "",
    };

    private string Describe(Answer answer) => answer switch
    {
        Answer.Lost lost => $"{lost.Reason.TrimEnd('.')}.",
        Answer.Received { IsHtml: true } html => $"a proxy answered {(int)html.Status} in its place.",
        Answer.Received received when Text(received.Body) is { } text => $"it answered {(int)received.Status}, {Quote(text)}.",
        Answer.Received received => $"it answered {(int)received.Status}.",
        _ => throw new InvalidOperationException($"Unhandled answer {answer.GetType()}."),
    };

    private static string? Text(JsonNode? body) => body switch
    {
        JsonObject members => TextMembers.Select(name => Text(members[name])).FirstOrDefault(text => text is not null),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => null,
    };

    private string Quote(string text)
    {
        var clean = token.Redact(text).ReplaceLineEndings(" ").Trim();
        return $"'{(clean.Length > LongestQuote ? clean[..LongestQuote] + "…" : clean)}'";
    }
}
