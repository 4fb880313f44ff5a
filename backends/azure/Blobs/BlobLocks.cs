using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>
/// The locks of stacks. For Pulumi's CLI there is a blob, by its protocol: look whether there is one, write ours, look again.
/// Among ourselves the lease of the checkpoint decides, which the service gives to one at a time: who has it clears away
/// blobs of ours that dead holders left, and no others.
/// </summary>
/// <param name="store">Where they are.</param>
/// <param name="checkpoints">The checkpoints, whose leases count.</param>
/// <param name="holder">Who makes locks.</param>
/// <param name="time">The clock.</param>
internal sealed class BlobLocks(BlobStore store, CheckpointBlobs checkpoints, LockHolder holder, TimeProvider time)
{
    /// <summary>Takes the lock of a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="released">Told when it is given back.</param>
    /// <param name="cancellationToken">Stops before the end; nothing stays.</param>
    /// <exception cref="StackLockedException">Somebody has it.</exception>
    public async Task<StackWriter> AcquireAsync(StackReference stack, Action<StackWriter> released, CancellationToken cancellationToken)
    {
        var lease = new BlobLease(store, time);
        var writer = new StackWriter(stack, store, lease, $"{StoreLayout.Locks(stack)}/{lease.Id}.json", released);
        try
        {
            var locks = await ReadAsync(stack, cancellationToken).ConfigureAwait(false);
            ThrowIfAny(stack, locks.Where(found => !found.HasLease));
            await TakeLeaseAsync(writer, locks, cancellationToken).ConfigureAwait(false);

            // Who has the lease knows that all others are without; before there is a checkpoint, only time tells.
            ThrowIfAny(stack, locks.Where(found => !lease.IsTaken && !IsStale(found)));
            await BlobStore.ForEachAsync(locks, (found, token) => store.DeleteAsync(found.Key, null, token), cancellationToken).ConfigureAwait(false);

            await WriteAsync(writer, cancellationToken).ConfigureAwait(false);
            var others = (await ReadAsync(stack, cancellationToken).ConfigureAwait(false)).Where(found => found.Key != KeyOf(writer)).ToList();
            ThrowIfAny(stack, others.Where(found => !found.HasLease || !lease.IsTaken));

            // Somebody may have created the stack and gone before our lock was there.
            if (!lease.IsTaken)
                await TakeLeaseAsync(writer, others, cancellationToken).ConfigureAwait(false);
            return writer;
        }
        catch
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Removes all locks of a stack and breaks its lease; returns how many there were.</summary>
    public async Task<int> RemoveAllAsync(StackReference stack, CancellationToken cancellationToken)
    {
        var leases = 0;
        foreach (var (key, _) in await checkpoints.FindAsync(stack, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await store.Blob(key).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: cancellationToken).ConfigureAwait(false);
                leases++;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 409)
            {
                // Nobody has one.
            }
        }

        var locks = await store.ListAsync(FolderOf(stack), cancellationToken).ConfigureAwait(false);
        await BlobStore.ForEachAsync(locks, (found, token) => store.DeleteAsync(found.Key, null, token), cancellationToken).ConfigureAwait(false);
        return Math.Max(leases, locks.Count);
    }

    /// <summary>Takes the lease of the checkpoint, when there is one.</summary>
    private async Task TakeLeaseAsync(StackWriter writer, IReadOnlyList<FoundLock> locks, CancellationToken cancellationToken)
    {
        if (await checkpoints.FindAsync(writer.Stack, cancellationToken).ConfigureAwait(false) is not [.., var current] found)
            return;

        var tag = await writer.Lease.TryTakeAsync(current.Key, cancellationToken).ConfigureAwait(false);
        if (tag is null && await ReleaseAbandonedAsync(current.Key, locks, cancellationToken).ConfigureAwait(false))
            tag = await writer.Lease.TryTakeAsync(current.Key, cancellationToken).ConfigureAwait(false);
        if (tag is null)
        {
            ThrowIfAny(writer.Stack, await ReadAsync(writer.Stack, cancellationToken).ConfigureAwait(false));
            throw StackLockedException.By(writer.Stack, [$"{store.UrlOf(current.Key)}: leased, by whom is not known"]);
        }

        foreach (var (key, version) in found)
            writer.Checkpoints[key] = version;
        writer.Current = current.Key;
        writer.Checkpoints[current.Key] = tag.Value;
    }

    /// <summary>
    /// Ends the lease of a holder that this machine knows to be dead, rather than waiting for it. Its id is named, so that
    /// nobody else's lease can end.
    /// </summary>
    private async Task<bool> ReleaseAbandonedAsync(string checkpoint, IReadOnlyList<FoundLock> locks, CancellationToken cancellationToken)
    {
        foreach (var abandoned in locks.Select(found => found.Record).OfType<LockRecord>().Where(record => record.IsAbandoned(holder)))
        {
            try
            {
                await store.Blob(checkpoint).GetBlobLeaseClient(abandoned.Lease).ReleaseAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 409)
            {
                // The lease is another's.
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<FoundLock>> ReadAsync(StackReference stack, CancellationToken cancellationToken)
    {
        var listed = await store.ListAsync(FolderOf(stack), cancellationToken).ConfigureAwait(false);
        var found = new List<FoundLock>();
        foreach (var (key, properties) in listed.Where(blob => blob.Key.EndsWith(".json", StringComparison.Ordinal)))
        {
            // One that was given back in this moment still stood in our way.
            var blob = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
            found.Add(new FoundLock(key, blob is null ? null : LockRecord.TryParse(blob.Content), properties.LastModified ?? default));
        }

        return found;
    }

    private Task WriteAsync(StackWriter writer, CancellationToken cancellationToken)
    {
        var record = new LockRecord(holder, time.GetLocalNow()) { Lease = writer.Lease.Id };
        return store.WriteAsync(KeyOf(writer), record.ToJson(), new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
    }

    private void ThrowIfAny(StackReference stack, IEnumerable<FoundLock> locks)
    {
        var descriptions = locks.Select(Describe).ToList();
        if (descriptions.Count > 0)
            throw StackLockedException.By(stack, descriptions);
    }

    private string Describe(FoundLock found) => StackLockedException.Describe(store.UrlOf(found.Key), found.Record)
        + (found.HasLease ? $"; when that process has died, its lease ends within {BlobLease.Term.TotalSeconds} seconds" : "");

    private bool IsStale(FoundLock found) =>
        found.Record?.IsAbandoned(holder) == true || time.GetUtcNow() - found.Written >= BlobLease.Term;

    private static string KeyOf(StackWriter writer) => $"{StoreLayout.Locks(writer.Stack)}/{writer.Lease.Id}.json";

    private static string FolderOf(StackReference stack) => $"{StoreLayout.Locks(stack)}/";

    private sealed record FoundLock(string Key, LockRecord? Record, DateTimeOffset Written)
    {
        public bool HasLease => Record is { Lease.Length: > 0 };
    }
}
