namespace Provisioning.Sandbox;

/// <summary>One token bucket: how many requests fit in it and how fast it refills.</summary>
/// <param name="Size">Requests a full bucket allows at once.</param>
/// <param name="RefillPerSecond">Requests that come back each second.</param>
public sealed record TokenBucketLimit(int Size, double RefillPerSecond);
