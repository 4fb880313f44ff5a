using System.IO.Compression;
using Provisioning.Engine.Journal;

namespace Provisioning.Engine.Backends;

/// <summary>The state file of one stack, which may be compressed: <c>.json</c>, <c>.json.gz</c> or <c>.json.zst</c>.</summary>
/// <param name="path">The full path without an extension of compression.</param>
internal sealed class CheckpointFile(string path)
{
    private const string GzipExtension = ".gz";
    private const string ZstandardExtension = ".zst";
    private const string BackupExtension = ".bak";

    private static readonly string[] Extensions = ["", GzipExtension, ZstandardExtension];

    /// <summary>The file in use: of several, the one written last; null when there is none.</summary>
    public string? Current => Extensions
        .Select(extension => path + extension)
        .Where(File.Exists)
        .OrderBy(File.GetLastWriteTimeUtc)
        .LastOrDefault();

    /// <summary>The name without compression, when a file's name is that of a state; null otherwise.</summary>
    public static string? StateName(string fileName)
    {
        var extension = Extensions.Skip(1).FirstOrDefault(extension => fileName.EndsWith(extension, StringComparison.Ordinal)) ?? "";
        var name = fileName[..^extension.Length];
        return name.EndsWith(StoreLayout.CheckpointExtension, StringComparison.Ordinal) ? name[..^StoreLayout.CheckpointExtension.Length] : null;
    }

    /// <summary>What follows the stack's name in the name of a state file: <c>.json</c> and the compression.</summary>
    public static string ExtensionOf(string file) =>
        StoreLayout.CheckpointExtension + Extensions.Skip(1).FirstOrDefault(extension => file.EndsWith(extension, StringComparison.Ordinal));

    /// <summary>The content, decompressed; null when there is no file.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Current is not { } file)
            return null;

        var content = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
        return content switch
        {
            [0x1f, 0x8b, ..] => await DecompressAsync(file, content, cancellationToken).ConfigureAwait(false),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => throw new BackendException(
                $"'{file}' is compressed with Zstandard, which this engine cannot read; decompress it to '{path}', or run Pulumi's CLI once without PULUMI_DIY_BACKEND_ZSTD."),
            _ => content,
        };
    }

    /// <summary>Replaces the content; what was there before is kept as <c>.bak</c>. Returns the file's path.</summary>
    public async Task<string> WriteAsync(ReadOnlyMemory<byte> content, bool compress, CancellationToken cancellationToken)
    {
        var target = compress ? path + GzipExtension : path;
        if (Current is { } current)
            Backup(current, File.Copy);

        await DurableFile.WriteAsync(
            target, compress ? Compress(content.Span) : content, cancellationToken, DurabilityPoints.CheckpointPrepared).ConfigureAwait(false);
        File.Delete(target + StoreLayout.AttributesExtension);
        foreach (var other in Extensions.Select(extension => path + extension).Where(other => other != target))
            DurableFile.Delete(other);
        return target;
    }

    /// <summary>Removes the file; what was there is kept as <c>.bak</c>.</summary>
    public void Remove()
    {
        if (Current is { } current)
            Backup(current, File.Move);
        foreach (var extension in Extensions)
            DurableFile.Delete(path + extension);
    }

    private static void Backup(string file, Action<string, string, bool> transfer)
    {
        transfer(file, file + BackupExtension, true);
        File.Delete(file + BackupExtension + StoreLayout.AttributesExtension);
    }

    private static async Task<byte[]> DecompressAsync(string file, byte[] content, CancellationToken cancellationToken)
    {
        var plain = new MemoryStream();
        try
        {
            var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            await using (gzip.ConfigureAwait(false))
                await gzip.CopyToAsync(plain, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            throw new BackendException($"'{file}' is a damaged gzip file; restore it from '{file}{BackupExtension}' or from .pulumi/backups.", exception);
        }

        return plain.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
