using Provisioning.Sandbox.Faults;

namespace Provisioning.Sandbox;

/// <summary>What a sandbox is started with. Everything but the state directory has a default that behaves like a quick Azure.</summary>
public sealed record SandboxOptions
{
    /// <summary>The tenant a sandbox has unless told otherwise; fixed, so that a stack document can name it.</summary>
    public static readonly Guid DefaultTenantId = new("5a9db0c5-0000-4000-8000-00000000a2d1");

    /// <summary>The subscription a sandbox has unless told otherwise; fixed, so that a stack document can name it.</summary>
    public static readonly Guid DefaultSubscriptionId = new("5a9db0c5-0000-4000-8000-00000000a2d2");

    /// <summary>The second subscription of every sandbox, which another team shares its registry from; fixed, so that a stack document can name it.</summary>
    public static readonly Guid SharedSubscriptionId = new("5a9db0c5-0000-4000-8000-00000000a2d3");

    /// <summary>The Deep Lake organization of every sandbox; fixed, so that a stack document can name it.</summary>
    public static readonly Guid DefaultDeepLakeOrganizationId = new("0dee91ab-5a4d-4b0e-8c0d-5eed00000001");

    /// <summary>Directory that holds the world, the certificate authority and the request log. Made with mode 0700 when absent.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>Clock behind every timestamp, delay and expiry. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Seed of ids and of the faults' dice; null (the default) draws from the operating system.</summary>
    public int? Seed { get; init; }

    /// <summary>How long the service takes for things that take time in Azure.</summary>
    public SandboxDelays Delays { get; init; } = new();

    /// <summary>How many requests a principal may send. Default: far above what one deployment needs.</summary>
    public SandboxThrottling Throttling { get; init; } = SandboxThrottling.Generous;

    /// <summary>Faults in force from the start. Default: none.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>JSON file with an array of further fault rules, read once at start; null for none.</summary>
    public string? FaultFile { get; init; }

    /// <summary>Directory (tenant) of the sandbox.</summary>
    public Guid TenantId { get; init; } = DefaultTenantId;

    /// <summary>The subscription that stacks deploy to.</summary>
    public Guid SubscriptionId { get; init; } = DefaultSubscriptionId;

    /// <summary>Whether user-assigned identities answer with <c>resourcegroups</c> in lower case, as Azure does. Default: true.</summary>
    public bool LowerCaseIdentityIds { get; init; } = true;
}
