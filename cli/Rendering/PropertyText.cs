using System.Globalization;
using System.Text;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Rendering;

/// <summary>Property values as users see them. Secrets are never shown.</summary>
public static class PropertyText
{
    /// <summary>What stands for a secret.</summary>
    public const string Secret = "[secret]";

    /// <summary>What stands for a value that is not known yet.</summary>
    public const string Unknown = "[unknown]";

    /// <summary>A value on one line, in the manner of JSON.</summary>
    public static string Inline(PropertyValue value) => value switch
    {
        PropertyValue.NullValue => "null",
        PropertyValue.BoolValue boolean => boolean.Value ? "true" : "false",
        PropertyValue.NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        PropertyValue.StringValue text => Quote(text.Value),
        PropertyValue.ArrayValue array => $"[{string.Join(", ", array.Items.Select(Inline))}]",
        PropertyValue.ObjectValue { Members.Count: 0 } => "{}",
        PropertyValue.ObjectValue @object => $"{{ {string.Join(", ", @object.Members.Select(member => $"{member.Key}: {Inline(member.Value)}"))} }}",
        PropertyValue.SecretValue => Secret,
        PropertyValue.OutputValue { IsSecret: true } => Secret,
        PropertyValue.OutputValue { Element: { } element } => Inline(element),
        PropertyValue.UnknownValue or PropertyValue.OutputValue => Unknown,
        PropertyValue.ResourceReference reference => reference.Urn,
        PropertyValue.AssetValue asset => File("asset", asset.Hash, asset.Path ?? asset.Uri),
        PropertyValue.ArchiveValue archive => File("archive", archive.Hash, archive.Path ?? archive.Uri),
        _ => throw new InvalidOperationException($"Unhandled property value {value.GetType()}."),
    };

    /// <summary>A value on one line of at most a number of characters; longer ones end with an ellipsis.</summary>
    public static string Inline(PropertyValue value, int limit)
    {
        var text = Inline(value);
        return text.Length <= limit ? text : text[..(limit - 1)] + "…";
    }

    private static string File(string kind, string hash, string? place) =>
        $"{kind}({hash[..Math.Min(7, hash.Length)]}{(place is null ? "" : " " + place)})";

    private static string Quote(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' or '\x7f' => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => result.Append(character),
            };
        }

        return result.Append('"').ToString();
    }
}
