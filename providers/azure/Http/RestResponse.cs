using Provisioning.Protocol.Values;

namespace Provisioning.Providers.Azure.Http;

/// <summary>What Azure answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON object in the body; empty when there is none.</param>
internal sealed record RestResponse(int Status, PropertyMap Body)
{
    /// <summary>When to ask again, if the service says.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Header <c>Azure-AsyncOperation</c>: where to ask how a long-running operation goes.</summary>
    public Uri? AsyncOperation { get; init; }

    /// <summary>Header <c>Location</c>: where a long-running operation leaves its result.</summary>
    public Uri? Location { get; init; }

    /// <summary>The service's id of the call, for its support.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The id that the calls of one operation share.</summary>
    public string CorrelationId { get; init; } = "";

    /// <summary>Whether the call succeeded.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
