using System.IO.Compression;

namespace Provisioning.Engine.Backends;

/// <summary>
/// The names and the compression of stored states, the same in all backends: <c>.json</c>, <c>.json.gz</c> or
/// <c>.json.zst</c>.
/// </summary>
public static class StateContent
{
    /// <summary>What the name of the state before the last write ends with.</summary>
    public const string BackupExtension = ".bak";

    private const string GzipExtension = ".gz";
    private const string ZstandardExtension = ".zst";

    /// <summary>What may follow <c>.json</c> in the name of a state, nothing among it.</summary>
    public static IReadOnlyList<string> Compressions { get; } = ["", GzipExtension, ZstandardExtension];

    /// <summary>What follows <c>.json</c> in the name of a state that is written now.</summary>
    /// <param name="gzip">Whether it is compressed.</param>
    public static string CompressionOf(bool gzip) => gzip ? GzipExtension : "";

    /// <summary>The name without compression, when a file's name is that of a state; null otherwise.</summary>
    public static string? StateName(string fileName)
    {
        var name = fileName[..^CompressionIn(fileName).Length];
        return name.EndsWith(StoreLayout.CheckpointExtension, StringComparison.Ordinal) ? name[..^StoreLayout.CheckpointExtension.Length] : null;
    }

    /// <summary>What follows the stack's name in the name of a state file: <c>.json</c> and the compression.</summary>
    public static string ExtensionOf(string file) => StoreLayout.CheckpointExtension + CompressionIn(file);

    /// <summary>The content as it is stored.</summary>
    /// <param name="content">A state.</param>
    /// <param name="gzip">Whether it is compressed.</param>
    public static ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> content, bool gzip) => gzip ? Compress(content.Span) : content;

    /// <summary>A stored content, decompressed. What it begins with tells how it is compressed, whatever its name is.</summary>
    /// <param name="stored">The content.</param>
    /// <param name="location">What messages call it.</param>
    /// <exception cref="BackendException">It is damaged, or compressed with Zstandard.</exception>
    public static byte[] Decode(byte[] stored, string location) => stored switch
    {
        [0x1f, 0x8b, ..] => Decompress(stored, location),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => throw new BackendException(
            $"'{location}' is compressed with Zstandard, which this engine cannot read; decompress it to '{WithoutCompression(location)}', or run Pulumi's CLI once without PULUMI_DIY_BACKEND_ZSTD."),
        _ => stored,
    };

    private static string WithoutCompression(string location) => location[..^CompressionIn(location).Length];

    private static string CompressionIn(string file) =>
        Compressions.FirstOrDefault(extension => extension.Length > 0 && file.EndsWith(extension, StringComparison.Ordinal)) ?? "";

    private static byte[] Decompress(byte[] stored, string location)
    {
        using var plain = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
            gzip.CopyTo(plain);
        }
        catch (InvalidDataException exception)
        {
            throw new BackendException($"'{location}' is a damaged gzip file; restore it from '{location}{BackupExtension}' or from .pulumi/backups.", exception);
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
