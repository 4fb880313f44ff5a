namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>Changes to the bytes of a file, and to what they mean.</summary>
internal static class EncodingMutations
{
    private static readonly string[] Sequences =
    [
        "\0", "\u00FF", "\u00FE", "\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00F4\u0090\u0080\u0080", "\u00E2\u0080", "\u00EF\u00BB\u00BF", "\u0080", "\u001B[31m",
    ];

    private static readonly DocumentForm[] Forms =
    [
        DocumentForm.Utf8WithMark, DocumentForm.Utf16, DocumentForm.Utf16BigEndian, DocumentForm.Utf16WithoutMark, DocumentForm.Utf8,
    ];

    /// <summary>Every mutation of this kind.</summary>
    public static Func<FuzzDocument, Random, FuzzDocument>[] All { get; } = [Reencode, Flip, Insert, CutOddly];

    private static FuzzDocument Reencode(FuzzDocument document, Random random) =>
        document.Form == DocumentForm.Bytes ? document : document with { Form = Forms[random.Next(Forms.Length)] };

    private static FuzzDocument Flip(FuzzDocument document, Random random)
    {
        FuzzDocument bytes = document.AsBytes();
        if (bytes.Text.Length == 0)
            return bytes;
        char[] flipped = bytes.Text.ToCharArray();
        for (int count = random.Next(1, 6); count > 0; count--)
            flipped[random.Next(flipped.Length)] ^= (char)(1 << random.Next(8));
        return bytes with { Text = new string(flipped) };
    }

    private static FuzzDocument Insert(FuzzDocument document, Random random)
    {
        FuzzDocument bytes = document.AsBytes();
        return bytes with { Text = bytes.Text.Insert(random.Next(bytes.Text.Length + 1), Sequences[random.Next(Sequences.Length)]) };
    }

    /// <summary>Ends the file within a character where its form allows that.</summary>
    private static FuzzDocument CutOddly(FuzzDocument document, Random random)
    {
        FuzzDocument bytes = Reencode(document, random).AsBytes();
        return bytes with { Text = bytes.Text[..random.Next(bytes.Text.Length + 1)] };
    }
}
