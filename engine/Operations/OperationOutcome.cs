using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Plans;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Operations;

/// <summary>How an operation ended.</summary>
/// <param name="Result">Whether everything was done.</param>
/// <param name="Snapshot">The state after; in previews what it would be, with unknowns, never to be stored.</param>
/// <param name="Changes">Counts of logical steps.</param>
public sealed record OperationOutcome(
    OperationResult Result,
    Snapshot Snapshot,
    ImmutableSortedDictionary<StepOp, int> Changes)
{
    /// <summary>What was planned for each resource; null when no plan was asked for.</summary>
    public ImmutableDictionary<Urn, ResourcePlan>? Planned { get; init; }

    /// <summary>Whether anything but same, read and discard was counted (<c>--expect-no-changes</c>).</summary>
    public bool HasChanges => Changes.Any(change =>
        change.Key is not (StepOp.Same or StepOp.Read or StepOp.Discard or StepOp.ReadReplacement) && change.Value > 0);
}
