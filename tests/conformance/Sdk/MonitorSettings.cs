using System.Text.Json.Serialization;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>How the judge's engine behaves.</summary>
internal sealed record MonitorSettings
{
    /// <summary>Whether it previews.</summary>
    [JsonPropertyName("dryRun")]
    public bool DryRun { get; init; }

    /// <summary>What SupportsFeature says yes to; null for everything.</summary>
    [JsonPropertyName("features")]
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Methods that it does not have.</summary>
    [JsonPropertyName("unimplemented")]
    public IReadOnlyList<string> Unimplemented { get; init; } = [];

    /// <summary>Requests that fail.</summary>
    [JsonPropertyName("faults")]
    public IReadOnlyList<MonitorFault> Faults { get; init; } = [];

    /// <summary>Results of functions, by token; others give back their arguments.</summary>
    [JsonPropertyName("functions")]
    public IReadOnlyDictionary<string, object> Functions { get; init; } = new Dictionary<string, object>();

    /// <summary>What resources have beside their inputs when they are created, by type.</summary>
    [JsonPropertyName("outputs")]
    public IReadOnlyDictionary<string, object> Outputs { get; init; } = new Dictionary<string, object>();
}
