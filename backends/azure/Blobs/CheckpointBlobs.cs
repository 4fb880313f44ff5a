using Azure;
using Azure.Storage.Blobs.Models;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>The checkpoints of stacks, which may be compressed, see <see cref="StateContent"/>.</summary>
/// <param name="store">Where they are.</param>
internal sealed class CheckpointBlobs(BlobStore store)
{
    /// <summary>The blobs of a stack's checkpoint; the last one is in use: of several, the one written last.</summary>
    public async Task<IReadOnlyList<(string Key, ETag Tag)>> FindAsync(StackReference stack, CancellationToken cancellationToken)
    {
        var key = StoreLayout.Checkpoint(stack);
        var blobs = await store.ListAsync(key, cancellationToken).ConfigureAwait(false);
        return
        [
            .. blobs
                .Where(blob => StateContent.Compressions.Any(extension => blob.Key == key + extension))
                .OrderBy(blob => blob.Properties.LastModified)
                .Select(blob => (blob.Key, blob.Properties.ETag ?? default)),
        ];
    }

    /// <summary>The checkpoint in use, as it is stored; null when the stack does not exist.</summary>
    public async Task<StoredBlob?> ReadAsync(StackReference stack, CancellationToken cancellationToken)
    {
        while (await FindAsync(stack, cancellationToken).ConfigureAwait(false) is [.., var current])
        {
            if (await store.ReadAsync(current.Key, cancellationToken).ConfigureAwait(false) is { } found)
                return found;

            // It was compressed, or removed, in this moment.
        }

        return null;
    }

    /// <summary>Replaces the checkpoint of a stack, or creates it; what was there before is kept as <c>.bak</c>.</summary>
    /// <param name="writer">The right to do so.</param>
    /// <param name="content">The new content, not compressed.</param>
    /// <param name="gzip">Whether it is to be.</param>
    /// <param name="cancellationToken">Stops waiting; the blob may have been written.</param>
    /// <returns>The key of the blob.</returns>
    public async Task<string> WriteAsync(StackWriter writer, ReadOnlyMemory<byte> content, bool gzip, CancellationToken cancellationToken)
    {
        await KeepBackupAsync(writer, cancellationToken).ConfigureAwait(false);
        var target = StoreLayout.Checkpoint(writer.Stack) + StateContent.CompressionOf(gzip);
        var stored = StateContent.Encode(content, gzip);
        if (target == writer.Current)
            writer.Checkpoints[target] = await writer.WriteAsync(() => store.WriteAsync(target, stored, writer.CurrentConditions, cancellationToken)).ConfigureAwait(false);
        else
            await ReplaceAsync(writer, target, stored, cancellationToken).ConfigureAwait(false);

        writer.Content = stored.ToArray();
        return target;
    }

    /// <summary>Removes the checkpoint of a stack; what was there is kept as <c>.bak</c>.</summary>
    public async Task RemoveAsync(StackWriter writer, CancellationToken cancellationToken)
    {
        await KeepBackupAsync(writer, cancellationToken).ConfigureAwait(false);
        await RemoveOthersAsync(writer, writer.Current, cancellationToken).ConfigureAwait(false);
        if (writer.Current is { } current)
            await writer.WriteAsync(() => RemoveAsync(current, writer.CurrentConditions, cancellationToken)).ConfigureAwait(false);
        writer.Lease.Forget();
        writer.Checkpoints.Clear();
        (writer.Current, writer.Content) = (null, null);
    }

    /// <summary>The content of the checkpoint that the writer knows, as it is stored; null when the stack does not exist.</summary>
    public async Task<byte[]?> StoredAsync(StackWriter writer, CancellationToken cancellationToken)
    {
        if (writer is { Current: { } key, Content: null })
        {
            var found = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
            if (found is null || found.Tag != writer.Checkpoints[key])
                writer.Lease.Lose();
            writer.ThrowIfLost();
            writer.Content = found?.Content;
        }

        return writer.Content;
    }

    /// <summary>
    /// Keeps the content before under its own name. It is sent again rather than copied by the service, which needs rights
    /// that not every credential has.
    /// </summary>
    private async Task KeepBackupAsync(StackWriter writer, CancellationToken cancellationToken)
    {
        writer.ThrowIfLost();
        if (writer.Current is { } key && await StoredAsync(writer, cancellationToken).ConfigureAwait(false) is { } before)
            await store.WriteAsync(key + StateContent.BackupExtension, before, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a blob of another name than the one in use, takes its lease, and removes all others.</summary>
    private async Task ReplaceAsync(StackWriter writer, string target, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken)
    {
        var conditions = writer.Checkpoints.TryGetValue(target, out var leftover)
            ? new BlobRequestConditions { IfMatch = leftover }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        var before = writer.Current;
        var old = writer.CurrentConditions;
        await writer.WriteAsync(() => store.WriteAsync(target, stored, conditions, cancellationToken)).ConfigureAwait(false);
        if (await writer.Lease.TryTakeAsync(target, cancellationToken).ConfigureAwait(false) is not { } tag)
        {
            writer.Lease.Lose();
            return;
        }

        writer.Checkpoints[target] = tag;
        writer.Current = target;
        if (before is not null)
        {
            await RemoveAsync(before, old, cancellationToken).ConfigureAwait(false);
            writer.Checkpoints.Remove(before);
        }

        await RemoveOthersAsync(writer, target, cancellationToken).ConfigureAwait(false);
    }

    private async Task RemoveOthersAsync(StackWriter writer, string? kept, CancellationToken cancellationToken)
    {
        foreach (var (key, tag) in writer.Checkpoints.Where(blob => blob.Key != kept).ToList())
        {
            await RemoveAsync(key, new BlobRequestConditions { IfMatch = tag }, cancellationToken).ConfigureAwait(false);
            writer.Checkpoints.Remove(key);
        }
    }

    private async Task<bool> RemoveAsync(string key, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(key, conditions, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
