using Provisioning.Engine.State;

namespace Provisioning.Engine.Journal;

/// <summary>
/// Remembers the progress of an operation, so that nothing is lost when the process dies. The order of calls is the
/// order of the state: a begin entry is durable before the provider is called, an end entry before anything that
/// depends on the resource starts. Thread-safe; flushes of concurrent callers are shared.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Records that a provider is about to be called.</summary>
    ValueTask BeginAsync(PendingOperation operation, CancellationToken cancellationToken);

    /// <summary>
    /// Records how it ended: the resource as it is now (null when it is gone), in the place of the one before (null
    /// when there was none). Also used for changes of state without a provider call, then without a begin entry.
    /// </summary>
    ValueTask EndAsync(ResourceState? before, ResourceState? after, CancellationToken cancellationToken);

    /// <summary>Replaces the checkpoint by the final state and forgets the entries.</summary>
    ValueTask CompleteAsync(Snapshot snapshot, CancellationToken cancellationToken);
}
