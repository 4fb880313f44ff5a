using System.Net;
using System.Text.Json.Nodes;

namespace Provisioning.Providers.DeepLake.Api;

/// <summary>What came of sending one request.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>Whether the same request may succeed a little later.</summary>
    public abstract bool IsTransient { get; }

    /// <summary>Whether the request may have been carried out although nothing says so.</summary>
    public abstract bool MayHaveTakenEffect { get; }

    /// <summary>The service answered.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Body">The body; null when it is empty or no JSON.</param>
    /// <param name="IsHtml">Whether a proxy or a content delivery network answered in its place.</param>
    /// <param name="RetryAfter">How long the service asks to wait; null when it does not say.</param>
    public sealed record Received(HttpStatusCode Status, JsonNode? Body, bool IsHtml, TimeSpan? RetryAfter) : Answer
    {
        /// <inheritdoc/>
        public override bool IsTransient =>
            Status is HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            || (Status == HttpStatusCode.Forbidden && IsHtml);

        /// <inheritdoc/>
        public override bool MayHaveTakenEffect => (int)Status >= 500;
    }

    /// <summary>No answer came, or only a part of it.</summary>
    /// <param name="Reason">What happened, as the end of a sentence.</param>
    public sealed record Lost(string Reason) : Answer
    {
        /// <inheritdoc/>
        public override bool IsTransient => true;

        /// <inheritdoc/>
        public override bool MayHaveTakenEffect => true;
    }
}
