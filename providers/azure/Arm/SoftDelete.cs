using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>How a service keeps what was deleted, which holds its name in use.</summary>
internal sealed record SoftDelete
{
    /// <summary>The query of a DELETE that keeps nothing; empty when purging is a call of its own.</summary>
    public IReadOnlyDictionary<string, string> PurgeQuery { get; init; } = new Dictionary<string, string>();

    /// <summary>Where a deleted resource is kept, from its inputs; null when it cannot be looked up.</summary>
    public PathTemplate? Store { get; init; }

    /// <summary>The path, in what is kept, of the id that the resource had.</summary>
    public string OriginalId { get; init; } = "";

    /// <summary>The error code of a create whose name a deleted resource holds; empty when it cannot be recovered.</summary>
    public string BlockedCode { get; init; } = "";

    /// <summary>The path, in the body of a PUT, of the switch that recovers instead of creating.</summary>
    public string RecoverSwitch { get; init; } = "";

    /// <summary>The value of that switch.</summary>
    public string RecoverValue { get; init; } = "";
}
