using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>What is to become of one resource.</summary>
public sealed record ResourcePlan
{
    /// <summary>What the program wanted it to be; null when the program does not declare it.</summary>
    public GoalPlan? Goal { get; init; }

    /// <summary>The steps in their order.</summary>
    public ImmutableArray<StepOp> Steps { get; init; } = [];

    /// <summary>The outputs that the preview foretold, for reviewers; nothing is held to them. Null when there were none.</summary>
    public PropertyMap? Outputs { get; init; }

    /// <summary>The 32 bytes that its automatic names come from; empty when it has none.</summary>
    public ReadOnlyMemory<byte> Seed { get; init; }
}
