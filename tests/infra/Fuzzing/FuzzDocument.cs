using System.Runtime.InteropServices;
using System.Text;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>How the text of a fuzzed document reaches the loader.</summary>
internal enum DocumentForm
{
    /// <summary>As text, without a file: the only form that keeps lone surrogates in UTF-8 documents.</summary>
    Memory,

    /// <summary>A file in UTF-8.</summary>
    Utf8,

    /// <summary>A file in UTF-8 that begins with a byte order mark.</summary>
    Utf8WithMark,

    /// <summary>A file in UTF-16, little endian, with its mark.</summary>
    Utf16,

    /// <summary>A file in UTF-16, big endian, with its mark.</summary>
    Utf16BigEndian,

    /// <summary>A file in UTF-16 without the mark, which makes it UTF-8 full of NUL.</summary>
    Utf16WithoutMark,

    /// <summary>A file of any bytes; each character of the text is one of them.</summary>
    Bytes,
}

/// <summary>One document to try. It is kept as text whatever its form, so that lines can be taken out of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Form">How it reaches the loader.</param>
internal sealed record FuzzDocument(string Text, DocumentForm Form)
{
    /// <summary>Lines of the text; at most so many can diagnostics point at. No bound where the text is not what the loader reads.</summary>
    public int LineCount => Form is DocumentForm.Bytes or DocumentForm.Utf16WithoutMark
        ? int.MaxValue - 1
        : Text.Split('\n', '\r', '\u2028', '\u2029', '\u0085').Length;

    /// <summary>The same text as single bytes, for mutations that no text survives.</summary>
    public FuzzDocument AsBytes() =>
        Form == DocumentForm.Bytes ? this : new FuzzDocument(Encoding.Latin1.GetString(ToBytes()), DocumentForm.Bytes);

    /// <summary>The content of the file.</summary>
    public byte[] ToBytes() => Form switch
    {
        DocumentForm.Memory or DocumentForm.Utf8 => Encoding.UTF8.GetBytes(Text),
        DocumentForm.Utf8WithMark => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
        DocumentForm.Utf16 => [.. Encoding.Unicode.Preamble, .. Units(Text)],
        DocumentForm.Utf16BigEndian => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
        DocumentForm.Utf16WithoutMark => Units(Text),
        DocumentForm.Bytes => Encoding.Latin1.GetBytes(Text),
        _ => throw new InvalidOperationException($"Unknown form {Form}."),
    };

    // Encoding.Unicode would replace lone surrogates, which are what the loader has to refuse.
    private static byte[] Units(string text) => MemoryMarshal.AsBytes(text.AsSpan()).ToArray();
}
