using System.Collections.Immutable;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>The past operations of one stack: for each a blob that says what it was, and the state it left.</summary>
/// <param name="store">Where they are.</param>
/// <param name="stack">The stack.</param>
internal sealed class BlobHistory(BlobStore store, StackReference stack)
{
    private readonly string folder = $"{StoreLayout.History(stack)}/";

    /// <summary>Adds an operation.</summary>
    /// <param name="update">What it was.</param>
    /// <param name="stamp">When, as it stands in the names.</param>
    /// <param name="checkpoint">The state as it is stored, and what its name ends with; null when there is none.</param>
    /// <param name="keepBackup">Whether the state is also kept among the backups.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task AppendAsync(UpdateInfo update, long stamp, (byte[] Content, string Extension)? checkpoint, bool keepBackup, CancellationToken cancellationToken)
    {
        var blobs = new List<(string Key, byte[] Content)> { (StoreLayout.HistoryEntry(stack, stamp), HistoryEntry.ToJson(update)) };
        if (checkpoint is var (content, extension))
        {
            blobs.Add((StoreLayout.HistoryCheckpoint(stack, stamp, extension), content));
            if (keepBackup)
                blobs.Add((StoreLayout.Backup(stack, stamp, extension), content));
        }

        return BlobStore.ForEachAsync(blobs, (blob, token) => store.WriteAsync(blob.Key, blob.Content, null, token), cancellationToken);
    }

    /// <summary>All operations, newest first.</summary>
    /// <exception cref="BackendException">A blob is damaged.</exception>
    public async Task<ImmutableArray<UpdateInfo>> ReadAsync(CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(cancellationToken).ConfigureAwait(false);
        var entries = StoreLayout.HistoryEntries(keys.Select(key => key[folder.Length..]))
            .Select(name => keys.First(key => StateContent.StateName(key[folder.Length..]) == name))
            .ToList();
        var blobs = await store.ReadAllAsync(entries, cancellationToken).ConfigureAwait(false);
        return [.. blobs.Select(blob => HistoryEntry.Parse(StateContent.Decode(blob.Content, store.UrlOf(blob.Key)), store.UrlOf(blob.Key)))];
    }

    /// <summary>Makes all operations those of another stack; goes on where it was interrupted.</summary>
    public async Task MoveToAsync(StackReference other, CancellationToken cancellationToken) => await BlobStore.ForEachAsync(
        await KeysAsync(cancellationToken).ConfigureAwait(false),
        (key, token) => store.MoveAsync(key, $"{StoreLayout.History(other)}/{other.Stack}{key[(folder.Length + stack.Stack.Length)..]}", token),
        cancellationToken).ConfigureAwait(false);

    /// <summary>Forgets all operations.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken) =>
        await BlobStore.ForEachAsync(
            await KeysAsync(cancellationToken).ConfigureAwait(false), (key, token) => store.DeleteAsync(key, null, token), cancellationToken).ConfigureAwait(false);

    private async Task<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(folder, cancellationToken).ConfigureAwait(false)).Select(blob => blob.Key)];
}
