using System.Collections.Immutable;
using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Engine.Events;

/// <summary>What a step is about, as every event of it tells.</summary>
public sealed record StepMetadata
{
    /// <summary>What the step does.</summary>
    public required StepOp Op { get; init; }

    /// <summary>The resource.</summary>
    public required Urn Urn { get; init; }

    /// <summary>The resource before; null when it did not exist.</summary>
    public ResourceState? Old { get; init; }

    /// <summary>The resource after; null when it will not exist.</summary>
    public ResourceState? New { get; init; }

    /// <summary>The top-level properties that force a replacement.</summary>
    public ImmutableArray<string> ReplaceKeys { get; init; } = [];

    /// <summary>The top-level properties that differ.</summary>
    public ImmutableArray<string> Diffs { get; init; } = [];

    /// <summary>Each differing property path with its kind; null when the provider gave none.</summary>
    public ImmutableSortedDictionary<string, PropertyDiff>? DetailedDiff { get; init; }

    /// <summary>False for the parts of a replacement, which are not counted.</summary>
    public bool Logical { get; init; } = true;

    /// <summary>The provider that serves the step; null for components.</summary>
    public ProviderReference? Provider { get; init; }
}
