namespace Provisioning.Sandbox.Arm.Throttling;

/// <summary>A bucket of requests that refills with time.</summary>
/// <param name="Available">Requests left at <paramref name="CountedAt"/>.</param>
/// <param name="CountedAt">When that was counted.</param>
internal readonly record struct TokenBucket(double Available, DateTimeOffset CountedAt)
{
    /// <summary>The bucket at a later time.</summary>
    public TokenBucket RefilledAt(DateTimeOffset now, TokenBucketLimit limit) =>
        new(Math.Min(limit.Size, Available + ((now - CountedAt).TotalSeconds * limit.RefillPerSecond)), now);
}
