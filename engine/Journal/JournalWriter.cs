using System.Buffers;
using System.Threading.Channels;
using Provisioning.Engine.Backends;

namespace Provisioning.Engine.Journal;

/// <summary>
/// Appends records to a journal, in the order in which they are handed over, and says when each is on the disk. Records
/// that arrive while a flush runs share the next one. The first record creates the journal. Thread-safe.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private readonly IJournalStorage storage;
    private readonly ReadOnlyMemory<byte> header;
    private readonly Func<JournalEntry, CancellationToken, Task<ReadOnlyMemory<byte>>> encode;
    private readonly Channel<Append> queue = Channel.CreateUnbounded<Append>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task loop;

    /// <summary>The lines of a flush; the loop's own.</summary>
    private readonly ArrayBufferWriter<byte> lines = new();
    private volatile bool hasHeader;

    /// <summary>Starts without a journal.</summary>
    /// <param name="storage">Where the journal will be; the caller disposes it afterwards.</param>
    /// <param name="header">Its first record.</param>
    /// <param name="encode">Turns an entry into a record.</param>
    public JournalWriter(IJournalStorage storage, ReadOnlyMemory<byte> header, Func<JournalEntry, CancellationToken, Task<ReadOnlyMemory<byte>>> encode)
    {
        this.storage = storage;
        this.header = header;
        this.encode = encode;
        loop = RunAsync();
    }

    /// <summary>Whether there is a journal by now.</summary>
    public bool HasWritten => hasHeader;

    /// <summary>Hands a record over before it returns; the task ends when the record is on the disk.</summary>
    /// <exception cref="BackendException">The journal cannot be written, now or since an earlier failure.</exception>
    public Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var append = new Append(entry, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!queue.Writer.TryWrite(append))
            throw new ObjectDisposedException(nameof(JournalWriter));
        return append.Written.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Writes what was handed over; nothing can be handed over any more.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var flush = 0;
        BackendException? failure = null;
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = new List<Append>();
            while (queue.Reader.TryRead(out var append))
                batch.Add(append);

            // After a failure the end of the journal is not known; nothing more may follow it.
            failure ??= await WriteAsync(batch, flush++).ConfigureAwait(false);
            foreach (var append in batch)
            {
                if (failure is null)
                    append.Written.TrySetResult();
                else
                    append.Written.TrySetException(failure);
            }
        }
    }

    private async Task<BackendException?> WriteAsync(List<Append> batch, int flush)
    {
        List<ReadOnlyMemory<byte>> records = hasHeader ? [] : [header];
        foreach (var append in batch)
        {
            try
            {
                records.Add(await encode(append.Entry, CancellationToken.None).ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                // Only this entry is lost, and its caller is told; a secret without a key is the usual reason.
                append.Written.TrySetException(exception);
            }
        }

        try
        {
            lines.ResetWrittenCount();
            for (var index = 0; index < records.Count; index++)
                new JournalLine(flush, records.Count - 1 - index, records[index]).WriteTo(lines);
            await storage.AppendAsync(lines.WrittenMemory, CancellationToken.None).ConfigureAwait(false);
            hasHeader = true;
            return null;
        }
        catch (Exception exception)
        {
            // Whatever it is, the loop must live: others wait for word of their records.
            return exception as BackendException
                ?? new BackendException($"The journal '{storage.Location}' cannot be written, so no further change is made: {exception.Message}", exception);
        }
    }

    private sealed record Append(JournalEntry Entry, TaskCompletionSource Written);
}
