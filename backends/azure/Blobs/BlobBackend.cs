using System.Collections.Concurrent;
using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>
/// Keeps states in a container of Azure Blob Storage, in the layout of Pulumi's <c>azblob://</c> backend, so that both can work
/// on the same stacks in turn. Writing needs the stack's lock, and is refused once it is lost. Thread-safe, but for the writes
/// of one stack.
/// </summary>
public sealed class BlobBackend : IStateBackend
{
    /// <summary>A version that national clouds and emulators have too.</summary>
    private const BlobClientOptions.ServiceVersion ServiceVersion = BlobClientOptions.ServiceVersion.V2024_11_04;

    private readonly BlobStore store;
    private readonly StoreOptions options;
    private readonly UnixNanoseconds stamps;
    private readonly CheckpointBlobs checkpoints;
    private readonly BlobLocks locks;
    private readonly BlobMeta meta;
    private readonly ConcurrentDictionary<StackReference, StackWriter> writers = new();

    /// <summary>Opens a container with a client that is made already.</summary>
    internal BlobBackend(BlobContainerClient container, BlobLocation location, StoreOptions options, LockHolder holder, TimeProvider time)
    {
        this.options = options;
        store = new BlobStore(container, location);
        stamps = new UnixNanoseconds(time);
        checkpoints = new CheckpointBlobs(store);
        locks = new BlobLocks(store, checkpoints, holder, time);
        meta = new BlobMeta(store);
    }

    /// <inheritdoc/>
    public string Url => store.Location.Url;

    /// <summary>Opens a container by its URL, see <see cref="BackendOpener"/>.</summary>
    /// <param name="url">The URL as the user wrote it.</param>
    /// <param name="environment">Reads variables.</param>
    /// <param name="holder">Who takes locks.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="BackendException">The URL, or a variable, cannot be used.</exception>
    public static IStateBackend Open(string url, EnvironmentReader environment, LockHolder holder, TimeProvider time)
    {
        var location = BlobLocation.Parse(url, environment);
        var client = new BlobClientOptions(ServiceVersion);
        client.Retry.MaxRetries = 4;
        client.Retry.Delay = TimeSpan.FromMilliseconds(400);
        client.Retry.MaxDelay = TimeSpan.FromSeconds(8);
        return new BlobBackend(new BlobCredential(environment).Open(location, client), location, StoreOptions.FromEnvironment(environment), holder, time);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<StackSummary>> ListStacksAsync(string? project, CancellationToken cancellationToken) =>
        store.GuardAsync($"The stacks in '{Url}' cannot be listed", async () =>
        {
            await meta.CheckAsync(cancellationToken).ConfigureAwait(false);
            var keys = await store.ListAsync(project is null ? $"{StoreLayout.Stacks}/" : $"{StoreLayout.Stacks}/{project}/", cancellationToken).ConfigureAwait(false);
            var stacks = StoreLayout.FindStacks(keys.Select(blob => blob.Key.Split('/')).Where(parts => parts.Length == 4).Select(parts => (parts[2], parts[3])))
                .OrderBy(stack => stack.FullName, StringComparer.Ordinal)
                .ToList();
            var summaries = new StackSummary?[stacks.Count];
            await BlobStore.ForEachAsync(
                Enumerable.Range(0, stacks.Count),
                async (index, token) => summaries[index] = await SummaryAsync(stacks[index], token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
            return summaries.OfType<StackSummary>().ToImmutableArray();
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "read", async () =>
        {
            await meta.CheckAsync(cancellationToken).ConfigureAwait(false);
            return await checkpoints.FindAsync(stack, cancellationToken).ConfigureAwait(false) is not [];
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<byte[]?> ReadCheckpointAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "read", async () =>
        {
            await meta.CheckAsync(cancellationToken).ConfigureAwait(false);
            if (await checkpoints.ReadAsync(stack, cancellationToken).ConfigureAwait(false) is not { } found)
                return null;

            if (writers.TryGetValue(stack, out var writer) && writer.Current == found.Key && writer.Checkpoints[found.Key] == found.Tag)
                writer.Content = found.Content;
            return StateContent.Decode(found.Content, store.UrlOf(found.Key));
        }, cancellationToken);

    /// <inheritdoc/>
    public Task WriteCheckpointAsync(StackReference stack, ReadOnlyMemory<byte> checkpoint, CancellationToken cancellationToken) =>
        GuardAsync(stack, "written", async () =>
        {
            var writer = WriterOf(stack);
            var key = await checkpoints.WriteAsync(writer, checkpoint, options.Gzip, cancellationToken).ConfigureAwait(false);
            if (options.RetainCheckpoints && writer.Content is { } stored)
                await store.WriteAsync($"{key}.{stamps.Next()}", stored, null, cancellationToken).ConfigureAwait(false);
            return key;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task RemoveStackAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "removed", async () =>
        {
            // The checkpoint goes last: as long as its lease runs, nobody creates the stack anew.
            var writer = WriterOf(stack);
            writer.ThrowIfLost();
            await new BlobHistory(store, stack).RemoveAsync(cancellationToken).ConfigureAwait(false);
            await store.DeleteAsync(StoreLayout.Tags(stack), null, cancellationToken).ConfigureAwait(false);
            await store.DeleteAsync(StoreLayout.Journal(stack), null, cancellationToken).ConfigureAwait(false);
            writer.Journal = null;
            await checkpoints.RemoveAsync(writer, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task MoveStackAsync(StackReference from, StackReference to, ReadOnlyMemory<byte> checkpoint, CancellationToken cancellationToken) =>
        GuardAsync(from, "renamed", async () =>
        {
            var writer = WriterOf(from);
            writer.ThrowIfLost();
            await WriteCheckpointAsync(to, checkpoint, cancellationToken).ConfigureAwait(false);
            await new BlobHistory(store, from).MoveToAsync(to, cancellationToken).ConfigureAwait(false);
            await store.MoveAsync(StoreLayout.Tags(from), StoreLayout.Tags(to), cancellationToken).ConfigureAwait(false);
            DurabilityPoints.Reached(DurabilityPoints.RenameWritten);
            await store.DeleteAsync(StoreLayout.Journal(from), null, cancellationToken).ConfigureAwait(false);
            writer.Journal = null;
            await checkpoints.RemoveAsync(writer, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<IStackLock> LockAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync<IStackLock>(stack, "locked", async () =>
        {
            if (writers.TryGetValue(stack, out var held) && !held.IsLost)
                throw StackLockedException.By(stack, [$"{Url}: locked by this process"]);

            await meta.EnsureAsync(cancellationToken).ConfigureAwait(false);
            return writers[stack] = await locks.AcquireAsync(stack, Release, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<int> RemoveLocksAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "unlocked", () => locks.RemoveAllAsync(stack, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task AppendHistoryAsync(StackReference stack, UpdateInfo update, CancellationToken cancellationToken) =>
        GuardAsync(stack, "added to the history", async () =>
        {
            var writer = WriterOf(stack);
            writer.ThrowIfLost();
            (byte[], string)? checkpoint = await checkpoints.StoredAsync(writer, cancellationToken).ConfigureAwait(false) is { } content && writer.Current is { } key
                ? (content, StateContent.ExtensionOf(key))
                : null;
            var stamp = stamps.Next();
            await new BlobHistory(store, stack).AppendAsync(update, stamp, checkpoint, options.KeepBackups, cancellationToken).ConfigureAwait(false);
            return stamp;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<UpdateInfo>> ReadHistoryAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "read", () => new BlobHistory(store, stack).ReadAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IJournalStorage JournalOf(StackReference stack)
    {
        stack.Validate();
        return new BlobJournal(store, stack, writers.GetValueOrDefault);
    }

    private async Task<StackSummary?> SummaryAsync(StackReference stack, CancellationToken cancellationToken)
    {
        if (await checkpoints.ReadAsync(stack, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;

        var url = store.UrlOf(found.Key);
        var document = StateDocument.ParseCheckpoint(StateContent.Decode(found.Content, url), url);
        return new StackSummary(stack, document.Time, document.ResourceCount);
    }

    private StackWriter WriterOf(StackReference stack) => writers.GetValueOrDefault(stack)
        ?? throw new InvalidOperationException($"The stack '{stack}' is written without its lock.");

    /// <summary>Forgets a writer that gave its stack back; one that lost it is remembered, and goes on refusing writes.</summary>
    private void Release(StackWriter writer)
    {
        if (!writer.Lost.IsCancellationRequested)
            writers.TryRemove(KeyValuePair.Create(writer.Stack, writer));
    }

    /// <summary>Refuses names that lead elsewhere, and turns failures of the service into ours.</summary>
    private Task<T> GuardAsync<T>(StackReference stack, string what, Func<Task<T>> access, CancellationToken cancellationToken)
    {
        stack.Validate();
        return store.GuardAsync($"The stack '{stack}' in '{Url}' cannot be {what}", access, cancellationToken);
    }
}
