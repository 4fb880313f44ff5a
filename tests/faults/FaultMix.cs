using System.Collections.Immutable;
using Provisioning.Sandbox.Faults;

namespace Provisioning.Faults.Tests;

/// <summary>A fifth of all requests goes wrong, in every way that there is.</summary>
internal static class FaultMix
{
    private const double Share = 0.2;

    /// <summary>The rules. The first that hits decides, so each has a little more than its part of the share.</summary>
    public static ImmutableArray<FaultRule> Rules { get; } = Create();

    private static ImmutableArray<FaultRule> Create()
    {
        FaultRule[] kinds =
        [
            new() { Kind = FaultKind.Throttle },
            new() { Kind = FaultKind.Error, Status = 500 },
            new() { Kind = FaultKind.Error, Status = 503 },
            new() { Kind = FaultKind.ResetBefore },
            new() { Kind = FaultKind.ResetAfter },
            new() { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(20) },
            new() { Kind = FaultKind.Truncate },
        ];
        var expired = new FaultRule { Kind = FaultKind.ExpireToken };
        var probability = 1 - Math.Pow(1 - Share, 1.0 / (kinds.Length + 1));

        // Only these two take tokens that are renewed; Deep Lake's is one that an administrator made, and discovery takes none.
        return
        [
            .. kinds
                .Append(expired with { Endpoint = "resourceManager", Path = "/subscriptions/" })
                .Append(expired with { Endpoint = "graph", Path = "/v1.0/" })
                .Select(rule => rule with { Count = null, Probability = probability }),
        ];
    }
}
