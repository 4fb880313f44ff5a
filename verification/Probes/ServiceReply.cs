using System.Text.Json;
using System.Text.Json.Nodes;

namespace Provisioning.Verification.Probes;

/// <summary>What became of a request.</summary>
internal abstract record ServiceReply
{
    private ServiceReply()
    {
    }

    /// <summary>The service did what was asked.</summary>
    /// <param name="Content">The body; empty when the request did not want it.</param>
    /// <param name="Location">The header <c>Location</c>, or null.</param>
    public sealed record Success(string Content, string? Location) : ServiceReply
    {
        private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

        /// <summary>The body as a JSON object; empty when it is none.</summary>
        public JsonObject Object() => Json() as JsonObject ?? [];

        /// <summary>The body as JSON; null when it is none.</summary>
        public JsonNode? Json()
        {
            try
            {
                return JsonNode.Parse(Content, documentOptions: Strict);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        /// <summary>Names the location alone, as the body may hold a token.</summary>
        public override string ToString() => $"Success at {Location}";
    }

    /// <summary>The service answered with a status from 300 on.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Error">What the service said.</param>
    public sealed record Failure(int Status, ServiceError Error) : ServiceReply
    {
        /// <summary>
        /// The failure as an answer: 401 and 403 are refusals; everything else says that the service could not answer the question.
        /// </summary>
        public ProbeAnswer ToAnswer() => Status is 401 or 403
            ? new ProbeAnswer.Refused(Status, Error.Code, Error.Message)
            : new ProbeAnswer.Unavailable($"The service answered {Status} {Error.Code}: {Error.Message}");

        /// <summary>The failure as the answer that what holds the thing is not there.</summary>
        public ProbeAnswer ToMissing() => new ProbeAnswer.Missing(Error.Code, Error.Message);
    }

    /// <summary>No service answered.</summary>
    /// <param name="Message">What happened, in one line.</param>
    /// <param name="IsUnknownHost">Whether the name of the host does not resolve.</param>
    public sealed record Unreached(string Message, bool IsUnknownHost) : ServiceReply
    {
        /// <summary>The loss as an answer, for services whose host is there whoever asks for what.</summary>
        public ProbeAnswer ToAnswer() => new ProbeAnswer.Unavailable(Message);

        /// <summary>The loss as an answer, for services whose every account, vault or registry has a host name of its own: no name, no thing.</summary>
        /// <param name="code">The code that the service has for its absence, or would have.</param>
        public ProbeAnswer ToAnswer(string code) => IsUnknownHost ? new ProbeAnswer.Missing(code, Message) : ToAnswer();
    }
}
