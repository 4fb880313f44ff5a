using System.Text.RegularExpressions;

namespace Provisioning.Sandbox.Arm.Authorization.Conditions;

/// <summary>Splits a condition into attributes, quoted texts, words and signs.</summary>
internal static partial class ConditionLexer
{
    /// <summary>The tokens of a text, blanks left out.</summary>
    /// <exception cref="FormatException">A part of the text is no token.</exception>
    public static IEnumerable<string> Split(string text)
    {
        var position = 0;
        foreach (Match match in Token().Matches(text))
        {
            if (match.Index != position)
                break;
            position += match.Length;
            if (!string.IsNullOrWhiteSpace(match.Value))
                yield return match.Value;
        }

        if (position != text.Length)
            throw new FormatException($"'{text[position..]}' cannot be read.");
    }

    [GeneratedRegex(@"\s+|@\w+\[[^\]]+\]|'(?:[^'\\]|\\.)*'|&&|\|\||[(){},!]|[\w:.\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
