using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace Provisioning.Engine.Journal;

/// <summary>
/// One line of a journal: <c>&lt;checksum&gt; &lt;flush&gt; &lt;remaining&gt; &lt;JSON&gt;</c>. The checksum covers the rest of the line.
/// </summary>
/// <param name="Flush">Which flush to the disk it was part of, counted from 0.</param>
/// <param name="Remaining">How many lines of that flush come after it.</param>
/// <param name="Json">The record.</param>
internal readonly record struct JournalLine(int Flush, int Remaining, ReadOnlyMemory<byte> Json)
{
    private const int ChecksumLength = 16;

    /// <summary>The most that a line takes beside its JSON: the checksum, two numbers, blanks and the end.</summary>
    private const int MaximumOverhead = ChecksumLength + 11 + 11 + 4;

    /// <summary>Writes the line with its end.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var line = output.GetSpan(Json.Length + MaximumOverhead);
        var content = line[(ChecksumLength + 1)..];
        Utf8.TryWrite(content, CultureInfo.InvariantCulture, $"{Flush} {Remaining} ", out var prefix);
        Json.Span.CopyTo(content[prefix..]);
        var length = prefix + Json.Length;
        WriteChecksum(content[..length], line);
        line[ChecksumLength] = (byte)' ';
        content[length] = (byte)'\n';
        output.Advance(ChecksumLength + 1 + length + 1);
    }

    /// <summary>The line with its end.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        var output = new ArrayBufferWriter<byte>(Json.Length + MaximumOverhead);
        WriteTo(output);
        return output.WrittenMemory;
    }

    /// <summary>Reads a line without its end; null when it is not whole.</summary>
    public static JournalLine? TryParse(ReadOnlyMemory<byte> line)
    {
        if (line.Length <= ChecksumLength + 1 || line.Span[ChecksumLength] != ' ')
            return null;

        var content = line[(ChecksumLength + 1)..];
        Span<byte> checksum = stackalloc byte[ChecksumLength];
        WriteChecksum(content.Span, checksum);
        if (!line.Span.StartsWith(checksum))
            return null;

        return Utf8Parser.TryParse(content.Span, out int flush, out var flushLength)
            && Utf8Parser.TryParse(content.Span[(flushLength + 1)..], out int remaining, out var remainingLength)
            ? new JournalLine(flush, remaining, content[(flushLength + remainingLength + 2)..])
            : null;
    }

    /// <summary>Writes the first digits of the digest of a line's content.</summary>
    private static void WriteChecksum(ReadOnlySpan<byte> content, Span<byte> target)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, digest);
        Convert.TryToHexStringLower(digest[..(ChecksumLength / 2)], target, out _);
    }
}
