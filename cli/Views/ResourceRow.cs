using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Cli.Views;

/// <summary>What a user sees of one resource.</summary>
public sealed record ResourceRow
{
    /// <summary>The resource.</summary>
    public required Urn Urn { get; init; }

    /// <summary>Its parent; null for the stack and for what has none.</summary>
    public Urn? Parent { get; init; }

    /// <summary>What is done to it.</summary>
    public required StepOp Op { get; init; }

    /// <summary>How far that has got.</summary>
    public required ResourcePhase Phase { get; init; }

    /// <summary>When the step began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The top-level properties that differ, with <c>+</c>, <c>-</c> or <c>~</c> before each.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    /// <summary>What is being waited for and why; empty when nothing was said.</summary>
    public string Waiting { get; init; } = "";

    /// <summary>How many messages of each severity it has got.</summary>
    public ImmutableSortedDictionary<LogSeverity, int> Messages { get; init; } = ImmutableSortedDictionary<LogSeverity, int>.Empty;

    /// <summary>Left in the cloud when it leaves the state.</summary>
    public bool Retained { get; init; }

    /// <summary>Nothing is done to it and nothing was said about it.</summary>
    public bool IsUnchanged => Op == StepOp.Same && Phase is not ResourcePhase.Failed && Messages.IsEmpty;
}
