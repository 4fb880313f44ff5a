using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>
/// A journal in an append blob. Each append is one block, which the service stores as a whole and durably, or not at all; it
/// names the version and the length that it follows, so that a writer who lost the stack appends nothing.
/// </summary>
/// <param name="store">Where it is.</param>
/// <param name="stack">The stack.</param>
/// <param name="writerOf">The right to write the stack, which appending needs.</param>
internal sealed class BlobJournal(BlobStore store, StackReference stack, Func<StackReference, StackWriter?> writerOf) : IJournalStorage
{
    /// <summary>The metadata that says under which lease the journal was begun.</summary>
    private const string LeaseName = "lease";

    /// <summary>What every version of the service takes at once.</summary>
    private const int UsualBlockBytes = 4 * 1024 * 1024;

    private readonly string key = StoreLayout.Journal(stack);
    private bool isOurs;

    /// <inheritdoc/>
    public string Location => store.UrlOf(key);

    private StackWriter Writer => writerOf(stack) ?? throw new InvalidOperationException($"The journal of '{stack}' is written without its lock.");

    private AppendBlobClient Blob => store.AppendBlob(key);

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(CancellationToken cancellationToken) =>
        store.GuardAsync($"The journal '{Location}' cannot be read", async () => await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not null, cancellationToken);

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync(CancellationToken cancellationToken) =>
        store.GuardAsync($"The journal '{Location}' cannot be read", async () =>
        {
            var found = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
            if (writerOf(stack) is { } writer)
                writer.Journal = found is null ? null : new JournalVersion(found.Tag, found.Content.Length);
            return found?.Content;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => GuardAsync(async writer =>
    {
        if (!isOurs)
            await CreateAsync(writer, cancellationToken).ConfigureAwait(false);
        for (var rest = content; !rest.IsEmpty;)
        {
            var block = rest[..BlockLength(rest.Span)];
            writer.Journal = await writer.WriteAsync(() => AppendAsync(writer, block, cancellationToken)).ConfigureAwait(false);
            rest = rest[block.Length..];
        }
    }, cancellationToken);

    /// <inheritdoc/>
    public Task ContinueAsync(int length, CancellationToken cancellationToken) => GuardAsync(async writer =>
    {
        // Blocks end with lines, so there is nothing that was written in part; and an append blob cannot be cut.
        if ((await SeenAsync(writer, cancellationToken).ConfigureAwait(false))?.Length != length)
        {
            throw new BackendException(
                $"The journal '{Location}' does not end with a whole record, so somebody else has written it. Move it away and run 'refresh', which reads from the cloud what the interrupted operation did.");
        }

        isOurs = true;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(CancellationToken cancellationToken) => GuardAsync(async writer =>
    {
        if (await SeenAsync(writer, cancellationToken).ConfigureAwait(false) is not { } version)
            return;

        await writer.WriteAsync(async () =>
        {
            await store.DeleteAsync(key, new BlobRequestConditions { IfMatch = version.Tag }, cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        writer.Journal = null;
        isOurs = false;
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The version of the journal that the writer knows; what it has not looked at yet is looked at now.</summary>
    private async Task<JournalVersion?> SeenAsync(StackWriter writer, CancellationToken cancellationToken)
    {
        if (!writer.HasSeenJournal)
            writer.Journal = await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found ? new JournalVersion(found.ETag, found.ContentLength) : null;
        return writer.Journal;
    }

    private async Task CreateAsync(StackWriter writer, CancellationToken cancellationToken)
    {
        var options = new AppendBlobCreateOptions
        {
            Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string> { [LeaseName] = writer.Lease.Id },
        };
        ETag tag;
        try
        {
            tag = (await Blob.CreateAsync(options, cancellationToken).ConfigureAwait(false)).Value.ETag;
        }
        catch (RequestFailedException exception) when (BlobFailure.IsConflict(exception))
        {
            // When an answer was lost, the request that was sent again finds its own work.
            tag = await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { ContentLength: 0 } found && IsUnder(found, writer)
                ? found.ETag
                : throw new BackendException($"The journal '{Location}' is there already, of an operation that ended just now; run the command again, which begins with what it holds.");
        }

        writer.Journal = new JournalVersion(tag, 0);
        isOurs = true;
    }

    private async Task<JournalVersion> AppendAsync(StackWriter writer, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        var before = writer.Journal ?? throw new InvalidOperationException("The journal is appended to before it is there.");
        var after = before.Length + block.Length;
        var options = new AppendBlobAppendBlockOptions
        {
            Conditions = new AppendBlobRequestConditions { IfMatch = before.Tag, IfAppendPositionEqual = before.Length },
        };
        try
        {
            using var content = new MemoryStream(block.ToArray(), writable: false);
            var answer = await Blob.AppendBlockAsync(content, options, cancellationToken).ConfigureAwait(false);
            return new JournalVersion(answer.Value.ETag, after);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlockCountExceedsLimit)
        {
            throw new BackendException(
                $"The journal '{Location}' has 50,000 flushes, more than which an append blob does not take; run the command again, which stores what it holds and goes on.");
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // When an answer was lost, the request that was sent again finds its own work.
            if (await FindAsync(writer, after, cancellationToken).ConfigureAwait(false) is { } found && found.Content.AsSpan((int)before.Length).SequenceEqual(block.Span))
                return new JournalVersion(found.Tag, after);

            writer.Lease.Lose();
            throw;
        }
    }

    /// <summary>The journal, if it is the one that was begun under our lease and has a length.</summary>
    private async Task<StoredBlob?> FindAsync(StackWriter writer, long length, CancellationToken cancellationToken) =>
        await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } properties && properties.ContentLength == length && IsUnder(properties, writer)
            && await store.ReadAsync(key, cancellationToken).ConfigureAwait(false) is { } found && found.Content.Length == length
            ? found
            : null;

    /// <summary>How much of the lines goes into one block: whole lines, as many as fit, or one that is longer.</summary>
    private int BlockLength(ReadOnlySpan<byte> lines)
    {
        if (lines.Length <= UsualBlockBytes)
            return lines.Length;

        var fitting = lines[..UsualBlockBytes].LastIndexOf((byte)'\n') + 1;
        var length = fitting > 0 ? fitting : lines.IndexOf((byte)'\n') + 1;
        return length <= Blob.AppendBlobMaxAppendBlockBytes
            ? length
            : throw new BackendException(
                $"A resource takes {length} bytes in the journal '{Location}', and an append blob takes {Blob.AppendBlobMaxAppendBlockBytes} at once; make the resource smaller.");
    }

    private static bool IsUnder(BlobProperties properties, StackWriter writer) =>
        properties.Metadata.TryGetValue(LeaseName, out var lease) && lease == writer.Lease.Id;

    private async Task GuardAsync(Func<StackWriter, Task> access, CancellationToken cancellationToken)
    {
        var writer = Writer;
        writer.ThrowIfLost();
        await store.GuardAsync($"The journal '{Location}' cannot be written, so no further change is made", async () =>
        {
            // A stack that is not there has no lease, and gets a journal all the same: a rename marks its new name by one.
            if (!writer.Lease.IsTaken && await new CheckpointBlobs(store).FindAsync(stack, cancellationToken).ConfigureAwait(false) is not [])
                writer.ThrowIfNotLeased();
            await access(writer).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }
}
