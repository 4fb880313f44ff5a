using Provisioning.Engine.Backends;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Journal;

/// <summary>
/// The journal of one operation, stored beside the checkpoint. Each entry is durable when its call returns; concurrent calls
/// share a flush. The format is described in docs/journal-format.md.
/// </summary>
public sealed class OperationJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly IJournalStorage storage;
    private readonly IStateBackend backend;
    private readonly StackReference stack;
    private readonly CheckpointSerializer serializer;
    private readonly JournalWriter writer;
    private long lastNumber;
    private bool completed;

    /// <summary>Starts a journal; it appears with the first entry.</summary>
    /// <param name="backend">Where the checkpoint is kept.</param>
    /// <param name="stack">The stack, which the caller has locked.</param>
    /// <param name="serializer">Writes the stack's states.</param>
    /// <param name="baseDigest">The digest of the checkpoint that the operation starts from, see <see cref="JournalHeader.DigestOf"/>.</param>
    public OperationJournal(IStateBackend backend, StackReference stack, CheckpointSerializer serializer, string baseDigest)
    {
        this.backend = backend;
        this.stack = stack;
        this.serializer = serializer;
        storage = backend.JournalOf(stack);
        writer = new JournalWriter(
            storage,
            JournalRecordWriter.Write(new JournalHeader(stack.FullName, baseDigest)),
            new JournalRecordWriter(serializer.Vault).WriteAsync);
    }

    /// <inheritdoc/>
    public async ValueTask<long> BeginAsync(PendingOperation operation, CancellationToken cancellationToken)
    {
        long number;
        Task written;
        lock (gate)
        {
            number = ++lastNumber;
            written = writer.AppendAsync(new JournalEntry.Begin(number, operation), cancellationToken);
        }

        await written.ConfigureAwait(false);
        return number;
    }

    /// <inheritdoc/>
    public ValueTask EndAsync(long? begin, StateChange change, CancellationToken cancellationToken) =>
        new(writer.AppendAsync(new JournalEntry.End(begin, change), cancellationToken));

    /// <inheritdoc/>
    /// <exception cref="StateException">The state breaks a rule; the journal is kept.</exception>
    /// <exception cref="BackendException">The checkpoint cannot be written; the journal is kept.</exception>
    public async ValueTask CompleteAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var checkpoint = await serializer.WriteCheckpointAsync(stack, snapshot, cancellationToken).ConfigureAwait(false);

        // From here on a crash leaves either the old checkpoint, and the journal counts, or the new one, and it does not.
        if (writer.HasWritten)
            await writer.AppendAsync(new JournalEntry.Commit(JournalHeader.DigestOf(checkpoint.Span)), cancellationToken).ConfigureAwait(false);
        DurabilityPoints.Reached(DurabilityPoints.CheckpointAnnounced);
        await backend.WriteCheckpointAsync(stack, checkpoint, cancellationToken).ConfigureAwait(false);
        DurabilityPoints.Reached(DurabilityPoints.CheckpointWritten);
        completed = true;
    }

    /// <summary>Closes the journal, and removes it when its state is in the checkpoint.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        if (completed && writer.HasWritten)
            await storage.RemoveAsync(CancellationToken.None).ConfigureAwait(false);
        await storage.DisposeAsync().ConfigureAwait(false);
    }
}
