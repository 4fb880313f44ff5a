using Provisioning.Engine.State;

namespace Provisioning.Engine.Journal;

/// <summary>
/// Remembers the progress of an operation, so that nothing is lost when the process dies. The order of calls is the
/// order of the state: a begin entry is durable before the provider is called, an end entry before anything that
/// depends on the resource starts. Thread-safe; flushes of concurrent callers are shared.
/// </summary>
/// <remarks>
/// Replaying the entries over the checkpoint with <see cref="Execution.SnapshotBuilder"/> gives the state the engine
/// had when the last of them was written.
/// </remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Records that a provider is about to be called; returns the number of the entry.</summary>
    ValueTask<long> BeginAsync(PendingOperation operation, CancellationToken cancellationToken);

    /// <summary>
    /// Records how an operation ended, and what it changed. A change without a provider call need not be durable
    /// before the next begin entry.
    /// </summary>
    /// <param name="begin">What <see cref="BeginAsync"/> returned; null for a change without a provider call.</param>
    /// <param name="change">The change; <see cref="StateChange.None"/> when there is none.</param>
    /// <param name="cancellationToken">Stops waiting; the entry may have been written.</param>
    ValueTask EndAsync(long? begin, StateChange change, CancellationToken cancellationToken);

    /// <summary>Replaces the checkpoint by the final state and forgets the entries.</summary>
    ValueTask CompleteAsync(Snapshot snapshot, CancellationToken cancellationToken);
}
