using System.Security.Cryptography;
using System.Text;

namespace Provisioning.Engine.Assets;

/// <summary>
/// The SHA-256 of a tape archive that is never written: what Pulumi identifies an archive of single files by. Entries are
/// as Go's archive/tar writes regular files of mode 0600 without a time (USTAR).
/// </summary>
internal sealed class TarHash : IDisposable
{
    private const int BlockSize = 512;
    private const int NameSize = 100;
    private const int PrefixOffset = 345;
    private const int PrefixSize = 155;
    private const int ChecksumOffset = 148;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a file. Files are added in the ordinal order of their names.</summary>
    /// <param name="name">Its path in the archive, with slashes.</param>
    /// <param name="content">What it holds.</param>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        hash.AppendData(Header(name, content.Length));
        hash.AppendData(content);
        hash.AppendData(new byte[(BlockSize - (content.Length % BlockSize)) % BlockSize]);
    }

    /// <summary>The hash of the archive, in lower-case hexadecimal.</summary>
    public string End()
    {
        hash.AppendData(new byte[2 * BlockSize]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private static byte[] Header(string name, long size)
    {
        var header = new byte[BlockSize];
        var (prefix, rest) = Split(name);
        rest.CopyTo(header.AsSpan());
        prefix.CopyTo(header.AsSpan(PrefixOffset));
        Octal(header, 100, 8, 0x180);
        Octal(header, 108, 8, 0);
        Octal(header, 116, 8, 0);
        Octal(header, 124, 12, size);
        Octal(header, 136, 12, 0);
        header[156] = (byte)'0';
        "ustar\000"u8.CopyTo(header.AsSpan(257));
        Octal(header, 329, 8, 0);
        Octal(header, 337, 8, 0);

        // The checksum counts its own field as blanks.
        header.AsSpan(ChecksumOffset, 8).Fill((byte)' ');
        var sum = 0;
        foreach (var value in header)
            sum += value;
        Octal(header, ChecksumOffset, 7, sum);
        return header;
    }

    /// <summary>A long name in two parts, at a slash.</summary>
    private static (byte[] Prefix, byte[] Name) Split(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= NameSize)
            return ([], bytes);

        var slash = bytes.AsSpan(0, Math.Min(bytes.Length - 1, PrefixSize + 1)).LastIndexOf((byte)'/');
        return slash > 0 && bytes.Length - slash - 1 <= NameSize
            ? (bytes[..slash], bytes[(slash + 1)..])
            : throw new AssetException($"The name '{name}' is too long for an archive; shorten it to 255 bytes with a folder in it.");
    }

    private static void Octal(byte[] header, int offset, int size, long value)
    {
        var digits = Convert.ToString(value, 8).PadLeft(size - 1, '0');
        Encoding.ASCII.GetBytes(digits, header.AsSpan(offset));
        header[offset + size - 1] = 0;
    }
}
