using System.Text.RegularExpressions;
using Provisioning.Engine.Journal;

namespace Provisioning.Engine.Backends;

/// <summary>
/// Replaces and removes whole files so that a reader, or the next start after a crash, finds the old content or the new one.
/// </summary>
/// <remarks>
/// The new content is flushed to the disk before it takes the file's name, and then the folder that holds the name. Windows
/// has no call for the latter; NTFS commits names in order, so a power cut may bring back the old content, but never a
/// mixture.
/// </remarks>
internal static partial class DurableFile
{
    /// <summary>What the names of half-written files end with; nobody takes them for content.</summary>
    private const string TemporaryExtension = ".tmp";

    /// <summary>Writes a file; on return its content survives a crash.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="content">What it is to hold.</param>
    /// <param name="cancellationToken">Stops before the file is replaced.</param>
    /// <param name="prepared">The <see cref="DurabilityPoints"/> to announce before that; none for files that no recovery depends on.</param>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken, string? prepared = null)
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

            if (prepared is not null)
                DurabilityPoints.Reached(prepared);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolderOf(path);
    }

    /// <summary>
    /// Whether an exception is the file system's. A file that a limit keeps from growing is reported by .NET as an argument out of
    /// range.
    /// </summary>
    public static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    /// <summary>Removes a file and what go-cloud keeps beside it; nothing happens when it is not there.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(path + StoreLayout.AttributesExtension);
    }

    /// <summary>
    /// Removes what writers left that died before they replaced a file. Nobody else may be writing these files; a folder that is
    /// not there has none.
    /// </summary>
    /// <param name="folder">Where to look; not below it.</param>
    /// <param name="isMeant">Whether a file of this name is meant.</param>
    public static void Sweep(string folder, Func<string, bool> isMeant)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*" + TemporaryExtension))
        {
            if (HalfWritten().Match(Path.GetFileName(file)) is { Success: true } match && isMeant(match.Groups["name"].Value))
                File.Delete(file);
        }
    }

    /// <summary>Flushes the folder that holds a file's name, so that a new name survives a crash of the machine.</summary>
    /// <exception cref="IOException">The folder cannot be flushed.</exception>
    public static void FlushFolderOf(string path)
    {
        if (!OperatingSystem.IsWindows())
            UnixFolder.Flush(Path.GetDirectoryName(path) ?? ".");
    }

    [GeneratedRegex(@"^(?<name>.+)\.[0-9a-f]{32}\.tmp$")]
    private static partial Regex HalfWritten();
}
