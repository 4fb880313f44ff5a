using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>Writes the line with its end.</summary>
    public void WriteTo(Stream stream)
    {
        var body = new byte[Json.Length + 32];
        var prefix = Encoding.ASCII.GetBytes($"{Flush} {Remaining} ", body);
        Json.Span.CopyTo(body.AsSpan(prefix));
        var content = body.AsSpan(0, prefix + Json.Length);
        stream.Write(Encoding.ASCII.GetBytes(Checksum(content)));
        stream.Write(" "u8);
        stream.Write(content);
        stream.Write("\n"u8);
    }

    /// <summary>Reads a line without its end; null when it is not whole.</summary>
    public static JournalLine? TryParse(ReadOnlyMemory<byte> line)
    {
        if (line.Length <= ChecksumLength + 1 || line.Span[ChecksumLength] != ' ')
            return null;

        var content = line[(ChecksumLength + 1)..];
        if (Encoding.ASCII.GetString(line.Span[..ChecksumLength]) != Checksum(content.Span))
            return null;

        return Utf8Parser.TryParse(content.Span, out int flush, out var flushLength)
            && Utf8Parser.TryParse(content.Span[(flushLength + 1)..], out int remaining, out var remainingLength)
            ? new JournalLine(flush, remaining, content[(flushLength + remainingLength + 2)..])
            : null;
    }

    private static string Checksum(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content))[..ChecksumLength];
}
