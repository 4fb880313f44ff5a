using System.Text;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Yaml;

/// <summary>Turns the bytes of a file into text.</summary>
internal static class YamlText
{
    /// <summary>Most bytes of a document.</summary>
    public const int MaxBytes = 1 << 20;

    private const char ByteOrderMark = '\uFEFF';

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>Decodes UTF-8, or UTF-16 with a byte order mark.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="diagnostics">Where problems go.</param>
    /// <returns>The text; null after a problem.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length > MaxBytes)
        {
            diagnostics.Report(ReadingDiagnostics.TooLarge, SourceSpan.Start, $"{MaxBytes}");
            return null;
        }

        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => Utf16,
            [0xFE, 0xFF, ..] => Utf16BigEndian,
            _ => Utf8,
        };
        try
        {
            return encoding.GetString(bytes).TrimStart(ByteOrderMark);
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Report(ReadingDiagnostics.Encoding, SourceSpan.Start);
            return null;
        }
    }
}
