using Provisioning.Engine.Backends;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Journal;

/// <summary>
/// The journal of one operation in a file beside the checkpoint. Each entry is on the disk when its call returns;
/// concurrent calls share a flush. The format is described in docs/journal-format.md.
/// </summary>
public sealed class FileJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly IStateBackend backend;
    private readonly StackReference stack;
    private readonly CheckpointSerializer serializer;
    private readonly JournalFileWriter writer;
    private long lastNumber;
    private bool completed;

    /// <summary>Starts a journal; the file appears with the first entry.</summary>
    /// <param name="backend">Where the checkpoint is kept.</param>
    /// <param name="stack">The stack, which the caller has locked.</param>
    /// <param name="serializer">Writes the stack's states.</param>
    /// <param name="checkpoint">The checkpoint that the operation starts from; null when there is none.</param>
    public FileJournal(IStateBackend backend, StackReference stack, CheckpointSerializer serializer, byte[]? checkpoint)
    {
        this.backend = backend;
        this.stack = stack;
        this.serializer = serializer;
        path = backend.JournalPath(stack);
        writer = new JournalFileWriter(
            path,
            JournalRecordWriter.Write(new JournalHeader(stack.FullName, JournalHeader.DigestOf(checkpoint))),
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
        if (File.Exists(path))
            await writer.AppendAsync(new JournalEntry.Commit(JournalHeader.DigestOf(checkpoint)), cancellationToken).ConfigureAwait(false);
        await backend.WriteCheckpointAsync(stack, checkpoint, cancellationToken).ConfigureAwait(false);
        completed = true;
    }

    /// <summary>Closes the file, and removes it when its state is in the checkpoint.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        if (completed)
            File.Delete(path);
    }
}
