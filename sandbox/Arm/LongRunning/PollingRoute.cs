using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm.LongRunning;

/// <summary>
/// Where a provider lets its operations be followed. Whoever knows an operation's id may ask: a caller with rights on a resource group
/// alone follows what it began, although the address lies below the subscription.
/// </summary>
/// <param name="Route">Route template with <c>{subscriptionId}</c>, <c>{operationId}</c> and mostly <c>{location}</c>.</param>
/// <param name="Versions">API versions accepted.</param>
internal sealed record PollingRoute(string Route, ApiVersions Versions)
{
    /// <summary>Query beyond the API version, such as <c>monitor=true</c>; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether the address is signed and works only as it was given.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The address of one operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="location">Region of the resource.</param>
    /// <param name="request">The request that began it.</param>
    /// <param name="sandbox">Gives the endpoint.</param>
    public string AddressOf(LongRunningOperation operation, string location, ArmRequest request, SandboxContext sandbox)
    {
        var path = Route
            .Replace("{subscriptionId}", ArmId.Parse(operation.ResourceId).SubscriptionId, StringComparison.Ordinal)
            .Replace("{location}", location, StringComparison.Ordinal)
            .Replace("{operationId}", operation.Id, StringComparison.Ordinal);
        var query = $"api-version={request.ApiVersion}";
        if (Query.Length > 0)
            query += "&" + Query;
        if (IsSigned)
            query += $"&service=new&t={operation.StartedAt.UtcTicks}&c=sandbox&s=sandbox&h={operation.Signature}";
        return new Uri(sandbox.AddressOf(SandboxEndpoint.ResourceManager), $"{path.TrimStart('/')}?{query}").AbsoluteUri;
    }
}
