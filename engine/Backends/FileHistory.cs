using System.Collections.Immutable;

namespace Provisioning.Engine.Backends;

/// <summary>The past operations of one stack: for each a file that says what it was, and the state it left.</summary>
/// <param name="root">The folder of the URL.</param>
/// <param name="stack">The stack.</param>
internal sealed class FileHistory(string root, StackReference stack)
{
    private readonly string folder = Path.Combine(root, StoreLayout.History(stack));

    /// <summary>Adds an operation.</summary>
    /// <param name="update">What it was.</param>
    /// <param name="stamp">When, as it stands in the names.</param>
    /// <param name="checkpoint">The state file; null when there is none.</param>
    /// <param name="cancellationToken">Stops before writing.</param>
    public async Task AppendAsync(UpdateInfo update, long stamp, string? checkpoint, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await DurableFile.WriteAsync(Path.Combine(root, StoreLayout.HistoryEntry(stack, stamp)), HistoryEntry.ToJson(update), cancellationToken).ConfigureAwait(false);
        if (checkpoint is not null)
            File.Copy(checkpoint, Path.Combine(root, StoreLayout.HistoryCheckpoint(stack, stamp, StateContent.ExtensionOf(checkpoint))));
    }

    /// <summary>The stamp of the newest operation; 0 when there is none.</summary>
    public long LastStamp() => Names().Select(StoreLayout.StampOf).DefaultIfEmpty().Max();

    /// <summary>All operations, newest first.</summary>
    /// <exception cref="BackendException">A file is damaged.</exception>
    public async Task<ImmutableArray<UpdateInfo>> ReadAsync(CancellationToken cancellationToken)
    {
        var updates = ImmutableArray.CreateBuilder<UpdateInfo>();
        foreach (var name in Names())
        {
            var file = Path.Combine(folder, name + StoreLayout.CheckpointExtension);
            if (await new CheckpointFile(file).ReadAsync(cancellationToken).ConfigureAwait(false) is { } content)
                updates.Add(HistoryEntry.Parse(content, file));
        }

        return updates.ToImmutable();
    }

    /// <summary>Makes all operations those of another stack; goes on where it was interrupted.</summary>
    public void MoveTo(StackReference other)
    {
        if (!Directory.Exists(folder))
            return;

        var target = Path.Combine(root, StoreLayout.History(other));
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(folder, $"{stack.Stack}-*"))
            File.Move(file, Path.Combine(target, other.Stack + Path.GetFileName(file)[stack.Stack.Length..]), overwrite: true);
        DurableFile.FlushFolderOf(Path.Combine(target, other.Stack));
        Remove();
    }

    /// <summary>Forgets all operations.</summary>
    public void Remove()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private IEnumerable<string> Names() =>
        Directory.Exists(folder) ? StoreLayout.HistoryEntries(Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))) : [];
}
