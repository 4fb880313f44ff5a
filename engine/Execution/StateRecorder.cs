using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Execution;

/// <summary>
/// Every change of state passes here: into the journal, when the operation is real, and into the state in memory.
/// Thread-safe.
/// </summary>
/// <param name="base">The state before.</param>
/// <param name="journal">The journal; null in previews, which keep no record.</param>
internal sealed class StateRecorder(Snapshot @base, IJournal? journal)
{
    /// <summary>Guards <see cref="builder"/>, and that the journal sees changes in the order in which it does.</summary>
    private readonly Lock gate = new();
    private readonly SnapshotBuilder builder = new(@base);

    /// <summary>Records that a provider is about to be called; durable when this returns.</summary>
    public async ValueTask<long?> BeginAsync(PendingOperation operation, CancellationToken cancellationToken)
    {
        if (journal is null)
            return null;

        var entry = await journal.BeginAsync(operation, cancellationToken).ConfigureAwait(false);
        lock (gate)
            builder.Begin(entry, operation);
        return entry;
    }

    /// <summary>Records how an operation ended; durable when this returns. What is known by now is never given up.</summary>
    public async ValueTask EndAsync(long? begin, StateChange change)
    {
        ValueTask written;
        lock (gate)
        {
            written = journal?.EndAsync(begin, Recognize(change), CancellationToken.None) ?? ValueTask.CompletedTask;
            builder.End(begin, change);
        }

        await written.ConfigureAwait(false);
    }

    /// <summary>Records a change without a provider call.</summary>
    public ValueTask RecordAsync(StateChange change) => EndAsync(null, change);

    /// <summary>Forgets the pending operations of a resource because it is known by now how they ended.</summary>
    public void Settle(Urn urn)
    {
        lock (gate)
            builder.Settle(urn);
    }

    /// <summary>The state as it is now.</summary>
    public Snapshot Build(Manifest manifest)
    {
        lock (gate)
            return builder.Build(manifest);
    }

    /// <summary>The resources that nothing was recorded of, in the order of the base.</summary>
    public IReadOnlyList<ResourceState> Untouched()
    {
        lock (gate)
            return builder.Untouched();
    }

    /// <summary>
    /// Tells a resource that stays as it is from one that changes, by the state: what a step takes for the resource before may be
    /// out of date.
    /// </summary>
    private StateChange Recognize(StateChange change) =>
        change is { Before: { } before, After: { } after } && builder.Find(before)?.HasSameContentAs(after) == true
            ? change with { IsUnchanged = true }
            : change;
}
