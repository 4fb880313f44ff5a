using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Provisioning.Engine.State.Json;

/// <summary>
/// Writes JSON byte for byte as Go's encoding/json does, because Pulumi's files are compared and diffed as bytes. It
/// differs from <see cref="Utf8JsonWriter"/> in what it escapes and in how it writes numbers. The caller keeps the
/// order of calls well-formed.
/// </summary>
/// <param name="indented">Four blanks per level, as <c>stack export</c> prints; otherwise one compact line.</param>
/// <param name="escapeHtml">Escape <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>, which Go does unless told not to.</param>
/// <param name="capacity">About how many bytes will be written; 0 when that is not known.</param>
internal sealed class GoJsonWriter(bool indented = false, bool escapeHtml = false, int capacity = 0)
{
    private const int IndentWidth = 4;
    private const string EscapedCharacters =
        "\"\\\u2028\u2029\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    private static readonly SearchValues<char> Escaped = SearchValues.Create(EscapedCharacters);
    private static readonly SearchValues<char> HtmlEscaped = SearchValues.Create(EscapedCharacters + "<>&");

    private readonly ArrayBufferWriter<byte> output = capacity > 0 ? new(capacity) : new();
    private readonly Stack<bool> levels = new();
    private bool hasItems;
    private bool afterName;

    /// <summary>Everything written so far.</summary>
    public ReadOnlySpan<byte> Written => output.WrittenSpan;

    /// <summary>Everything written so far, without a copy; it stays as it is when nothing more is written.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => output.WrittenMemory;

    /// <summary>Opens an object.</summary>
    public void StartObject() => Start('{');

    /// <summary>Closes an object.</summary>
    public void EndObject() => End('}');

    /// <summary>Opens a list.</summary>
    public void StartArray() => Start('[');

    /// <summary>Closes a list.</summary>
    public void EndArray() => End(']');

    /// <summary>Writes the name of a member; its value must follow.</summary>
    public void Name(string name)
    {
        BeforeItem();
        WriteText(name);
        output.Write(indented ? ": "u8 : ":"u8);
        afterName = true;
    }

    /// <summary>Writes null.</summary>
    public void Null() => Raw("null");

    /// <summary>Writes a truth value.</summary>
    public void Boolean(bool value) => Raw(value ? "true" : "false");

    /// <summary>Writes a finite number.</summary>
    public void Number(double value) => Raw(GoNumber.Format(value));

    /// <summary>Writes a whole number.</summary>
    public void Number(long value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a string; what is no valid UTF-16 becomes U+FFFD.</summary>
    public void String(string value)
    {
        BeforeItem();
        WriteText(value);
    }

    /// <summary>Writes parsed JSON again: members in their order, numbers as they were written.</summary>
    public void Element(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                StartObject();
                foreach (var member in element.EnumerateObject())
                {
                    Name(member.Name);
                    Element(member.Value);
                }

                EndObject();
                break;
            case JsonValueKind.Array:
                StartArray();
                foreach (var item in element.EnumerateArray())
                    Element(item);
                EndArray();
                break;
            case JsonValueKind.String:
                String(element.GetString() ?? "");
                break;
            default:
                Raw(element.GetRawText());
                break;
        }
    }

    /// <summary>Writes members of parsed JSON.</summary>
    public void Members(ImmutableArray<ForeignMember> members)
    {
        foreach (var member in members)
        {
            Name(member.Name);
            Element(member.Value);
        }
    }

    /// <summary>Ends the line, as Go's encoder does behind a document.</summary>
    public void EndLine() => output.Write("\n"u8);

    private void Raw(string text)
    {
        BeforeItem();
        Ascii(text);
    }

    private void Start(char bracket)
    {
        BeforeItem();
        Ascii([bracket]);
        levels.Push(hasItems);
        hasItems = false;
    }

    private void End(char bracket)
    {
        var wasEmpty = !hasItems;
        hasItems = levels.Pop();
        if (!wasEmpty)
            BreakLine();
        Ascii([bracket]);
        hasItems = true;
    }

    private void BeforeItem()
    {
        if (afterName)
        {
            afterName = false;
            return;
        }

        if (hasItems)
            output.Write(","u8);
        if (levels.Count > 0)
            BreakLine();
        hasItems = true;
    }

    private void BreakLine()
    {
        if (!indented)
            return;

        output.Write("\n"u8);
        var width = levels.Count * IndentWidth;
        output.GetSpan(width)[..width].Fill((byte)' ');
        output.Advance(width);
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        output.Write("\""u8);
        while (text.IndexOfAny(escapeHtml ? HtmlEscaped : Escaped) is >= 0 and var end)
        {
            Encoding.UTF8.GetBytes(text[..end], output);
            Escape(text[end]);
            text = text[(end + 1)..];
        }

        Encoding.UTF8.GetBytes(text, output);
        output.Write("\""u8);
    }

    private void Escape(char character) => Ascii(character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => $"\\u{(int)character:x4}",
    });

    private void Ascii(ReadOnlySpan<char> text) => output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
}
