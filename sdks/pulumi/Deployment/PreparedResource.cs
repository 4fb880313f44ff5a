using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>A resource whose inputs and options are settled: what its registration sends.</summary>
internal sealed record PreparedResource
{
    /// <summary>The inputs.</summary>
    public required Struct Inputs { get; init; }

    /// <summary>For each input, the URNs that it comes from.</summary>
    public required IReadOnlyList<KeyValuePair<string, ImmutableArray<string>>> InputDependencies { get; init; }

    /// <summary>All URNs that the resource depends on.</summary>
    public required ImmutableArray<string> Dependencies { get; init; }

    /// <summary>The URN of the parent; empty for the stack itself.</summary>
    public required string Parent { get; init; }

    /// <summary>The reference to the provider; empty for the default one.</summary>
    public required string Provider { get; init; }

    /// <summary>References to providers by package, for remote components.</summary>
    public required ImmutableDictionary<string, string> Providers { get; init; }

    /// <summary>Other identities of the resource.</summary>
    public required ImmutableArray<Pulumirpc.Alias> Aliases { get; init; }

    /// <summary>The URN of the resource whose deletion deletes this one; empty for none.</summary>
    public required string DeletedWith { get; init; }

    /// <summary>The URNs of resources whose replacement replaces this one.</summary>
    public required ImmutableArray<string> ReplaceWith { get; init; }

    /// <summary>The value whose change replaces the resource; null for none.</summary>
    public required Value? ReplacementTrigger { get; init; }
}
