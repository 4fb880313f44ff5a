using System.Collections.Immutable;

namespace Provisioning.Engine.Events;

/// <summary>Counts the logical steps of an operation. Thread-safe.</summary>
internal sealed class ChangeCounter
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<StepOp, int> counts = [];

    /// <summary>The counts so far; what did not happen is absent.</summary>
    public ImmutableSortedDictionary<StepOp, int> Counts
    {
        get
        {
            lock (gate)
                return counts.ToImmutableSortedDictionary();
        }
    }

    /// <summary>Counts one step.</summary>
    public void Count(StepOp op)
    {
        lock (gate)
            counts[op] = counts.GetValueOrDefault(op) + 1;
    }
}
