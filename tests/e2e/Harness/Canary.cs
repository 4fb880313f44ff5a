using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>A secret that is looked for in all that commands leave, in every form in which it is likely to be written.</summary>
/// <param name="name">What it is, for messages.</param>
/// <param name="value">The secret.</param>
/// <param name="allowed">The files, below the project's folder, in which it may be, because they are the cloud that keeps it.</param>
internal sealed class Canary(string name, string value, params IReadOnlyList<string> allowed)
{
    private readonly byte[][] _forms =
    [
        .. new[]
        {
            value,
            JsonEncodedText.Encode(value).ToString(),
            JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            Uri.EscapeDataString(value),
        }.Select(Encoding.UTF8.GetBytes),
        Encoding.Unicode.GetBytes(value),
        Encoding.BigEndianUnicode.GetBytes(value),
        .. Base64Forms(value).Select(Encoding.ASCII.GetBytes),
    ];

    /// <summary>What it is.</summary>
    public string Name => name;

    /// <summary>The secret.</summary>
    public string Value => value;

    /// <summary>Whether it may be in a file.</summary>
    public bool IsAllowedIn(string file) => allowed.Contains(file.Replace('\\', '/'));

    /// <summary>Whether it is in a text.</summary>
    public bool IsIn(string text) => IsIn(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether it is in the content of a file.</summary>
    public bool IsIn(byte[] content) => _forms.Any(form => content.AsSpan().IndexOf(form) >= 0);

    /// <summary>The letters of Base64 that the secret alone decides, wherever in a longer text it stands.</summary>
    private static IEnumerable<string> Base64Forms(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        for (var before = 0; before < 3; before++)
        {
            var first = (before * 8 + 5) / 6;
            var letters = (before + bytes.Length) * 8 / 6 - first;
            byte[] padded = [.. new byte[before], .. bytes];
            yield return Convert.ToBase64String(padded).Substring(first, letters);
            yield return Base64Url.EncodeToString(padded).Substring(first, letters);
        }
    }
}
