using System.Collections.Immutable;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Backends;

/// <summary>
/// Keeps states in a folder, in the layout of Pulumi's <c>file://</c> backend, so that both can work on the same
/// stacks in turn. Thread-safe.
/// </summary>
public sealed class FileBackend : IStateBackend
{
    private readonly string root;
    private readonly StoreOptions options;
    private readonly UnixNanoseconds stamps;
    private readonly FileLocks locks;
    private readonly StoreMeta meta;

    /// <summary>Opens a folder, which must exist; nothing is written to it before the first change.</summary>
    /// <param name="root">The folder's full path.</param>
    /// <param name="url">The URL as the user wrote it.</param>
    /// <param name="options">What the environment changes.</param>
    /// <param name="holder">Who takes locks.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="BackendException">The folder does not exist, or has another layout.</exception>
    public FileBackend(string root, string url, StoreOptions options, LockHolder holder, TimeProvider time)
    {
        if (!Directory.Exists(root))
            throw new BackendException($"The folder '{root}' of the backend '{url}' does not exist; create it, or name another backend.");

        this.root = root;
        this.options = options;
        Url = url;
        stamps = new UnixNanoseconds(time);
        locks = new FileLocks(root, holder, time);
        meta = new StoreMeta(root);
        meta.Check();
    }

    /// <inheritdoc/>
    public string Url { get; }

    /// <inheritdoc/>
    public async Task<ImmutableArray<StackSummary>> ListStacksAsync(string? project, CancellationToken cancellationToken)
    {
        var summaries = ImmutableArray.CreateBuilder<StackSummary>();
        foreach (var stack in FindStacks().Where(stack => project is null || stack.Project == project).OrderBy(stack => stack.FullName, StringComparer.Ordinal))
        {
            if (await ReadCheckpointAsync(stack, cancellationToken).ConfigureAwait(false) is not { } content)
                continue;
            var document = StateDocument.ParseCheckpoint(content, PathOf(StoreLayout.Checkpoint(stack)));
            summaries.Add(new StackSummary(stack, document.Time, document.ResourceCount));
        }

        return summaries.ToImmutable();
    }

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "read", () => Task.FromResult(CheckpointOf(stack).Current is not null));

    /// <inheritdoc/>
    public Task<byte[]?> ReadCheckpointAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "read", () => CheckpointOf(stack).ReadAsync(cancellationToken));

    /// <inheritdoc/>
    public Task WriteCheckpointAsync(StackReference stack, ReadOnlyMemory<byte> checkpoint, CancellationToken cancellationToken) =>
        GuardAsync(stack, "written", async () =>
        {
            await meta.EnsureAsync(cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(PathOf($"{StoreLayout.Stacks}/{stack.Project}"));
            var file = await CheckpointOf(stack).WriteAsync(checkpoint, options.Gzip, cancellationToken).ConfigureAwait(false);
            if (options.RetainCheckpoints)
                File.Copy(file, $"{file}.{stamps.Next()}");
            return file;
        });

    /// <inheritdoc/>
    public Task RemoveStackAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "removed", () =>
        {
            CheckpointOf(stack).Remove();
            DurableFile.Delete(PathOf(StoreLayout.Tags(stack)));
            File.Delete(PathOf(StoreLayout.Journal(stack)));
            HistoryOf(stack).Remove();
            return Task.FromResult(true);
        });

    /// <inheritdoc/>
    public Task MoveStackAsync(StackReference from, StackReference to, ReadOnlyMemory<byte> checkpoint, CancellationToken cancellationToken) =>
        GuardAsync(from, "renamed", async () =>
        {
            await WriteCheckpointAsync(to, checkpoint, cancellationToken).ConfigureAwait(false);
            HistoryOf(from).MoveTo(to);
            if (File.Exists(PathOf(StoreLayout.Tags(from))))
                File.Move(PathOf(StoreLayout.Tags(from)), PathOf(StoreLayout.Tags(to)), overwrite: true);
            DurabilityPoints.Reached(DurabilityPoints.RenameWritten);
            CheckpointOf(from).Remove();
            File.Delete(PathOf(StoreLayout.Tags(from)) + StoreLayout.AttributesExtension);
            File.Delete(PathOf(StoreLayout.Journal(from)));
            DurableFile.FlushFolderOf(PathOf(StoreLayout.Checkpoint(from)));
            return true;
        });

    /// <inheritdoc/>
    public Task<IStackLock> LockAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "locked", async () =>
        {
            await meta.EnsureAsync(cancellationToken).ConfigureAwait(false);
            var held = await locks.AcquireAsync(stack, cancellationToken).ConfigureAwait(false);
            try
            {
                Sweep(stack);
                return held;
            }
            catch
            {
                await held.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        });

    /// <inheritdoc/>
    public Task<int> RemoveLocksAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "unlocked", () => Task.FromResult(locks.RemoveAll(stack)));

    /// <inheritdoc/>
    public Task AppendHistoryAsync(StackReference stack, UpdateInfo update, CancellationToken cancellationToken) =>
        GuardAsync(stack, "added to the history", async () =>
        {
            // The order of the names is that of the operations, also when the clock was set back between them.
            var stamp = stamps.NextAfter(HistoryOf(stack).LastStamp());
            var checkpoint = CheckpointOf(stack).Current;
            await HistoryOf(stack).AppendAsync(update, stamp, checkpoint, cancellationToken).ConfigureAwait(false);
            if (checkpoint is not null && options.KeepBackups)
                Backup(stack, checkpoint, stamp);
            return stamp;
        });

    /// <inheritdoc/>
    public Task<ImmutableArray<UpdateInfo>> ReadHistoryAsync(StackReference stack, CancellationToken cancellationToken) =>
        GuardAsync(stack, "read", () => HistoryOf(stack).ReadAsync(cancellationToken));

    /// <inheritdoc/>
    public IJournalStorage JournalOf(StackReference stack) => new FileJournalStorage(PathOf(StoreLayout.Journal(stack)));

    /// <summary>Removes what a writer of the stack left that died. Nobody else writes it: the lock is ours.</summary>
    private void Sweep(StackReference stack)
    {
        meta.Sweep();
        locks.Sweep(stack);
        DurableFile.Sweep(PathOf($"{StoreLayout.Stacks}/{stack.Project}"), name => StateContent.StateName(name) == stack.Stack);
        DurableFile.Sweep(PathOf(StoreLayout.History(stack)), _ => true);
    }

    private void Backup(StackReference stack, string checkpoint, long stamp)
    {
        Directory.CreateDirectory(PathOf(StoreLayout.Backups(stack)));
        File.Copy(checkpoint, PathOf(StoreLayout.Backup(stack, stamp, StateContent.ExtensionOf(checkpoint))));
    }

    private IEnumerable<StackReference> FindStacks()
    {
        var folder = PathOf(StoreLayout.Stacks);
        if (!Directory.Exists(folder))
            return [];

        return StoreLayout.FindStacks(Directory.EnumerateDirectories(folder)
            .SelectMany(project => Directory.EnumerateFiles(project).Select(file => (Path.GetFileName(project), Path.GetFileName(file)))));
    }

    private CheckpointFile CheckpointOf(StackReference stack) => new(PathOf(StoreLayout.Checkpoint(stack)));

    private FileHistory HistoryOf(StackReference stack) => new(root, stack);

    private string PathOf(string key) => Path.Combine(root, key.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Refuses names that lead elsewhere, and turns failures of the file system into ours.</summary>
    private async Task<T> GuardAsync<T>(StackReference stack, string what, Func<Task<T>> access)
    {
        stack.Validate();
        try
        {
            return await access().ConfigureAwait(false);
        }
        catch (Exception exception) when (DurableFile.IsRefusal(exception))
        {
            throw new BackendException($"The stack '{stack}' in '{Url}' cannot be {what}: {exception.Message}", exception);
        }
    }
}
