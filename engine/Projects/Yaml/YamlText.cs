using System.Text;
using System.Text.RegularExpressions;

namespace Provisioning.Engine.Projects.Yaml;

/// <summary>Writes configuration values as block-style YAML that every YAML reader takes for the same value.</summary>
internal static partial class YamlText
{
    private const int IndentWidth = 2;

    /// <summary>
    /// A value for the place behind <c>key:</c>, with its leading blank or line break.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The column of the key.</param>
    /// <param name="newLine">The file's line break.</param>
    public static string AfterKey(ConfigValue value, int indent, string newLine) =>
        IsBlock(value) ? newLine + Blanks(indent + IndentWidth) + Block(value, indent + IndentWidth, newLine) : " " + Inline(value);

    /// <summary>A value for the place behind <c>- </c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The column of the value, two behind the dash.</param>
    /// <param name="newLine">The file's line break.</param>
    public static string AfterDash(ConfigValue value, int indent, string newLine) =>
        IsBlock(value) ? Block(value, indent, newLine) : Inline(value);

    /// <summary>A string or key: plain where no reader can mistake it, in double quotes otherwise.</summary>
    public static string Quote(string text) => IsPlain(text) ? text : DoubleQuoted(text);

    /// <summary>Blanks up to a column.</summary>
    public static string Blanks(int count) => new(' ', count);

    private static bool IsBlock(ConfigValue value) =>
        value is ConfigValue.Secure or ConfigValue.List { Items.Length: > 0 } or ConfigValue.Map { Members.Count: > 0 };

    private static string Block(ConfigValue value, int indent, string newLine) => value switch
    {
        ConfigValue.Secure secure => "secure: " + Quote(secure.Ciphertext),
        ConfigValue.List list => string.Join(
            newLine + Blanks(indent), list.Items.Select(item => "- " + AfterDash(item, indent + IndentWidth, newLine))),
        ConfigValue.Map map => string.Join(
            newLine + Blanks(indent), map.Members.Select(member => $"{Quote(member.Key)}:{AfterKey(member.Value, indent, newLine)}")),
        _ => throw new InvalidOperationException($"Unhandled block value {value.GetType()}."),
    };

    private static string Inline(ConfigValue value) => value switch
    {
        ConfigValue.Plain { Kind: ConfigScalarKind.String } text => Quote(text.Text),
        ConfigValue.Plain { Kind: ConfigScalarKind.Null } => "null",
        ConfigValue.Plain scalar => scalar.Text,
        ConfigValue.List => "[]",
        ConfigValue.Map => "{}",
        _ => throw new InvalidOperationException($"Unhandled inline value {value.GetType()}."),
    };

    private static bool IsPlain(string text) =>
        text.Length > 0
        && YamlScalars.Resolve(text).Kind == ConfigScalarKind.String
        && PlainPattern().IsMatch(text)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && text[^1] is not (':' or ' ')
        && !OldReadersMistakePattern().IsMatch(text);

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_/.+^$();<][\p{L}\p{N} _/.:+~^$(){}=;<>@#!%&*?,|'""\[\]\\-]*\z")]
    private static partial Regex PlainPattern();

    // Truth values, dates and base-60 numbers of YAML 1.1, merge keys.
    [GeneratedRegex(@"^(?i:y|n|yes|no|on|off|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[-+]?\.(inf|nan)|=|<<)\z")]
    private static partial Regex OldReadersMistakePattern();
}
