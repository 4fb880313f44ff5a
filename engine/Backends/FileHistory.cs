using System.Collections.Immutable;

namespace Provisioning.Engine.Backends;

/// <summary>The past operations of one stack: for each a file that says what it was, and the state it left.</summary>
/// <param name="folder">Their folder.</param>
/// <param name="stack">The stack's short name, with which the files' names begin.</param>
internal sealed class FileHistory(string folder, string stack)
{
    private const string EntrySuffix = ".history";
    private const string CheckpointSuffix = ".checkpoint";

    private readonly string folder = folder;
    private readonly string stack = stack;

    /// <summary>Adds an operation.</summary>
    /// <param name="update">What it was.</param>
    /// <param name="stamp">When, as it stands in the names.</param>
    /// <param name="checkpoint">The state file; null when there is none.</param>
    /// <param name="cancellationToken">Stops before writing.</param>
    public async Task AppendAsync(UpdateInfo update, long stamp, string? checkpoint, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await DurableFile.WriteAsync(
            Path.Combine(folder, $"{stack}-{stamp}{EntrySuffix}{StoreLayout.CheckpointExtension}"), HistoryEntry.ToJson(update), cancellationToken).ConfigureAwait(false);
        if (checkpoint is not null)
            File.Copy(checkpoint, Path.Combine(folder, $"{stack}-{stamp}{CheckpointSuffix}{CheckpointFile.ExtensionOf(checkpoint)}"));
    }

    /// <summary>All operations, newest first.</summary>
    /// <exception cref="BackendException">A file is damaged.</exception>
    public async Task<ImmutableArray<UpdateInfo>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
            return [];

        var updates = ImmutableArray.CreateBuilder<UpdateInfo>();
        var names = Directory.EnumerateFiles(folder)
            .Select(file => CheckpointFile.StateName(Path.GetFileName(file)) ?? "")
            .Where(name => name.EndsWith(EntrySuffix, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .OrderDescending(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var file = Path.Combine(folder, name + StoreLayout.CheckpointExtension);
            if (await new CheckpointFile(file).ReadAsync(cancellationToken).ConfigureAwait(false) is { } content)
                updates.Add(HistoryEntry.Parse(content, file));
        }

        return updates.ToImmutable();
    }

    /// <summary>Makes all operations those of another stack; goes on where it was interrupted.</summary>
    public void MoveTo(FileHistory other)
    {
        if (!Directory.Exists(folder))
            return;

        Directory.CreateDirectory(other.folder);
        foreach (var file in Directory.GetFiles(folder, $"{stack}-*"))
            File.Move(file, Path.Combine(other.folder, other.stack + Path.GetFileName(file)[stack.Length..]), overwrite: true);
        DurableFile.FlushFolderOf(Path.Combine(other.folder, other.stack));
        Remove();
    }

    /// <summary>Forgets all operations.</summary>
    public void Remove()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
