using System.Globalization;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm.Throttling;

/// <summary>Counts the requests of each principal to each subscription against its buckets and tells in each answer how many are left.</summary>
internal sealed class ArmThrottle(SandboxContext sandbox)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Principal, string Subscription, string Kind), TokenBucket> _buckets = [];

    /// <summary>Takes one request from a principal's bucket.</summary>
    /// <param name="principal">The caller.</param>
    /// <param name="subscription">The subscription asked; null for what belongs to the tenant.</param>
    /// <param name="http">The request.</param>
    /// <returns>The refusal when the bucket is empty, else null.</returns>
    public ArmResponse? Take(Guid principal, string? subscription, HttpContext http)
    {
        var (kind, limit) = BucketOf(http.Request.Method, sandbox.Options.Throttling);
        var key = (principal, subscription?.ToLowerInvariant() ?? "", kind);
        lock (_gate)
        {
            var bucket = _buckets.GetValueOrDefault(key, new TokenBucket(limit.Size, sandbox.Now)).RefilledAt(sandbox.Now, limit);
            var isEmpty = bucket.Available < 1;
            if (!isEmpty)
                bucket = bucket with { Available = bucket.Available - 1 };
            _buckets[key] = bucket;
            http.Response.Headers[$"x-ms-ratelimit-remaining-subscription-{kind}"] =
                Math.Floor(bucket.Available).ToString(CultureInfo.InvariantCulture);
            return isEmpty ? Refuse(bucket, limit) : null;
        }
    }

    private static (string Kind, TokenBucketLimit Limit) BucketOf(string method, SandboxThrottling limits) => method switch
    {
        "GET" or "HEAD" => ("reads", limits.Reads),
        "DELETE" => ("deletes", limits.Deletes),
        _ => ("writes", limits.Writes),
    };

    private static ArmResponse Refuse(TokenBucket bucket, TokenBucketLimit limit)
    {
        var seconds = Math.Ceiling((1 - bucket.Available) / limit.RefillPerSecond).ToString(CultureInfo.InvariantCulture);
        ArmResponse response = new ArmError(
            429, "SubscriptionRequestsThrottled", $"The principal has sent too many requests. Try again in {seconds} seconds.");
        return response with { Headers = new Dictionary<string, string> { ["Retry-After"] = seconds } };
    }
}
