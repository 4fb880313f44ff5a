namespace Provisioning.Sandbox;

/// <summary>Resource Manager's throttling: a bucket for reads, writes and deletes each, per principal.</summary>
/// <param name="Reads">GET and HEAD.</param>
/// <param name="Writes">PUT, PATCH and POST.</param>
/// <param name="Deletes">DELETE.</param>
public sealed record SandboxThrottling(TokenBucketLimit Reads, TokenBucketLimit Writes, TokenBucketLimit Deletes)
{
    /// <summary>Limits that no single deployment reaches.</summary>
    public static SandboxThrottling Generous { get; } = new(new(100_000, 10_000), new(100_000, 10_000), new(100_000, 10_000));

    /// <summary>The limits Azure has documented since 2024 for a principal within one subscription and region.</summary>
    public static SandboxThrottling Azure { get; } = new(new(250, 25), new(200, 10), new(200, 10));
}
