namespace Provisioning.Engine.Backends;

/// <summary>
/// Replaces and removes whole files so that a reader, or the next start after a crash, finds the old content or the new one.
/// </summary>
/// <remarks>
/// The new content is flushed to the disk before it takes the file's name. .NET cannot open a folder to flush the
/// renaming itself, so the renamed file is flushed once more: journaling file systems (ext4, XFS, btrfs, APFS, NTFS)
/// then also commit its new name. On others a power cut may bring back the old content, but never a mixture.
/// </remarks>
internal static class DurableFile
{
    /// <summary>What the names of half-written files end with; nobody takes them for content.</summary>
    private const string TemporaryExtension = ".tmp";

    /// <summary>Writes a file; on return its content survives a crash.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():n}{TemporaryExtension}";
        try
        {
            var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        Flush(path);
    }

    /// <summary>Removes a file and what go-cloud keeps beside it; nothing happens when it is not there.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(path + StoreLayout.AttributesExtension);
    }

    private static void Flush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        stream.Flush(flushToDisk: true);
    }
}
