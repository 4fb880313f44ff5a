using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Provisioning.Sandbox.Arm.LongRunning;

/// <summary>Work that outlasts the request that asked for it. It ends by the clock: whoever looks after <see cref="DueAt"/> finds it done.</summary>
internal sealed record LongRunningOperation
{
    /// <summary>Id in the polling addresses.</summary>
    public required string Id { get; init; }

    /// <summary>The resource it works on.</summary>
    public required string ResourceId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>What happens at its end.</summary>
    public required Settlement Settlement { get; init; }

    /// <summary>Whether the end has come and was carried out.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Proof in the polling addresses of providers that sign them; null for the others.</summary>
    public string? Signature { get; init; }

    /// <summary>The state as polling shows it.</summary>
    [JsonIgnore]
    public string Status => !IsSettled ? "InProgress" : Settlement is Settlement.Fail ? "Failed" : "Succeeded";

    /// <summary>The body of an <c>Azure-AsyncOperation</c> address.</summary>
    /// <param name="path">Path that was polled.</param>
    public JsonObject ToJson(string path)
    {
        var body = new JsonObject
        {
            ["id"] = path,
            ["name"] = Id,
            ["status"] = Status,
            ["startTime"] = AzureTime.Text(StartedAt),
        };
        if (!IsSettled)
            return body;

        body["endTime"] = AzureTime.Text(DueAt);
        body["percentComplete"] = 100;
        if (Settlement is Settlement.Fail { Error: var error })
            body["error"] = error.ToJson();
        return body;
    }
}
