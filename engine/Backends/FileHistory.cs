using System.Collections.Immutable;
using System.Globalization;

namespace Provisioning.Engine.Backends;

/// <summary>The past operations of one stack: for each a file that says what it was, and the state it left.</summary>
/// <param name="folder">Their folder.</param>
/// <param name="stack">The stack's short name, with which the files' names begin.</param>
internal sealed class FileHistory(string folder, string stack)
{
    private const string EntrySuffix = ".history";
    private const string CheckpointSuffix = ".checkpoint";

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

    /// <summary>The stamp of the newest operation; 0 when there is none.</summary>
    public long LastStamp() => Names().Select(StampOf).DefaultIfEmpty().Max();

    /// <summary>All operations, newest first.</summary>
    /// <exception cref="BackendException">A file is damaged.</exception>
    public async Task<ImmutableArray<UpdateInfo>> ReadAsync(CancellationToken cancellationToken)
    {
        var updates = ImmutableArray.CreateBuilder<UpdateInfo>();
        foreach (var name in Names().OrderDescending(StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, name + StoreLayout.CheckpointExtension);
            if (await new CheckpointFile(file).ReadAsync(cancellationToken).ConfigureAwait(false) is { } content)
                updates.Add(HistoryEntry.Parse(content, file));
        }

        return updates.ToImmutable();
    }

    /// <summary>Forgets all operations.</summary>
    public void Remove()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static long StampOf(string name) =>
        long.TryParse(name[(name.LastIndexOf('-') + 1)..^EntrySuffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) ? stamp : 0;

    private IEnumerable<string> Names() => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder)
        .Select(file => CheckpointFile.StateName(Path.GetFileName(file)) ?? "")
        .Where(name => name.EndsWith(EntrySuffix, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);
}
