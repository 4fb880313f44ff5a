using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Backends;

/// <summary>The right to change a stack, with the state to start from. Disposing gives the right back.</summary>
public sealed class StackSession : IAsyncDisposable
{
    private readonly IStateBackend backend;
    private readonly StackReference stack;
    private readonly StackState state;
    private readonly IStackLock held;

    internal StackSession(IStateBackend backend, StackReference stack, StackState state, IStackLock held)
    {
        this.backend = backend;
        this.stack = stack;
        this.state = state;
        this.held = held;
        Journal = new OperationJournal(backend, stack, state.Serializer, state.BaseDigest);
    }

    /// <summary>The state to start from. Its pending operations are those of an interrupted run.</summary>
    public Snapshot Base => state.Snapshot;

    /// <summary>Whether the operation before was interrupted; what it had done is in <see cref="Base"/>.</summary>
    public bool WasInterrupted => state.WasInterrupted;

    /// <summary>Whether the manifest's magic belongs to its version; writing the state puts it right.</summary>
    public bool HasRightMagic => state.HasRightMagic;

    /// <summary>Records the operation, and at its end writes the new state.</summary>
    public IJournal Journal { get; }

    /// <summary>Cancelled when the right to change the stack is lost; nothing may be written then.</summary>
    public CancellationToken Lost => held.Lost;

    /// <summary>
    /// Writes a state that was changed without calling a provider, such as by <c>state delete</c>.
    /// </summary>
    /// <exception cref="StateException">The state breaks a rule.</exception>
    public ValueTask SaveAsync(Snapshot snapshot, CancellationToken cancellationToken) => Journal.CompleteAsync(snapshot, cancellationToken);

    /// <summary>The checkpoint file of a state that is to be another stack's.</summary>
    internal Task<ReadOnlyMemory<byte>> SerializeAsync(StackReference owner, Snapshot snapshot, CancellationToken cancellationToken) =>
        state.Serializer.WriteCheckpointAsync(owner, snapshot, cancellationToken);

    /// <summary>Adds the operation to the history, with the state it left.</summary>
    public Task AppendHistoryAsync(UpdateInfo update, CancellationToken cancellationToken) => backend.AppendHistoryAsync(stack, update, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        DurabilityPoints.Reached(DurabilityPoints.HistoryWritten);
        await Journal.DisposeAsync().ConfigureAwait(false);
        DurabilityPoints.Reached(DurabilityPoints.JournalRemoved);
        await held.DisposeAsync().ConfigureAwait(false);
    }
}
