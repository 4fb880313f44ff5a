using Provisioning.Engine.Journal;

namespace Provisioning.Engine.Backends;

/// <summary>The state file of one stack, which may be compressed, see <see cref="StateContent"/>.</summary>
/// <param name="path">The full path without an extension of compression.</param>
internal sealed class CheckpointFile(string path)
{
    /// <summary>The file in use: of several, the one written last; null when there is none.</summary>
    public string? Current => StateContent.Compressions
        .Select(extension => path + extension)
        .Where(File.Exists)
        .OrderBy(File.GetLastWriteTimeUtc)
        .LastOrDefault();

    /// <summary>The content, decompressed; null when there is no file.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken) => Current is { } file
        ? StateContent.Decode(await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false), file)
        : null;

    /// <summary>Replaces the content; what was there before is kept as <c>.bak</c>. Returns the file's path.</summary>
    public async Task<string> WriteAsync(ReadOnlyMemory<byte> content, bool compress, CancellationToken cancellationToken)
    {
        var target = path + StateContent.CompressionOf(compress);
        if (Current is { } current)
            Backup(current, File.Copy);

        await DurableFile.WriteAsync(
            target, StateContent.Encode(content, compress), cancellationToken, DurabilityPoints.CheckpointPrepared).ConfigureAwait(false);
        File.Delete(target + StoreLayout.AttributesExtension);
        foreach (var other in StateContent.Compressions.Select(extension => path + extension).Where(other => other != target))
            DurableFile.Delete(other);
        return target;
    }

    /// <summary>Removes the file; what was there is kept as <c>.bak</c>.</summary>
    public void Remove()
    {
        if (Current is { } current)
            Backup(current, File.Move);
        foreach (var extension in StateContent.Compressions)
            DurableFile.Delete(path + extension);
    }

    private static void Backup(string file, Action<string, string, bool> transfer)
    {
        transfer(file, file + StateContent.BackupExtension, true);
        File.Delete(file + StateContent.BackupExtension + StoreLayout.AttributesExtension);
    }
}
