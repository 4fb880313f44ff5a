using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Engine.Projects.Yaml;

/// <summary>
/// What a YAML scalar means, by the rules of Go's yaml.v3, which Pulumi reads its files with: the core schema of
/// YAML 1.2, and numbers also in the notations of YAML 1.1.
/// </summary>
internal static partial class YamlScalars
{
    /// <summary>Reads a scalar; one in quotes is always a string.</summary>
    public static ConfigValue.Plain Read(YamlScalarNode node)
    {
        var text = node.Value ?? "";
        return node.Style is ScalarStyle.Plain or ScalarStyle.Any ? Resolve(text) : new ConfigValue.Plain(text, ConfigScalarKind.String);
    }

    /// <summary>What a plain scalar stands for.</summary>
    public static ConfigValue.Plain Resolve(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL")
            return new ConfigValue.Plain("", ConfigScalarKind.Null);
        if (text is "true" or "True" or "TRUE")
            return new ConfigValue.Plain("true", ConfigScalarKind.Boolean);
        if (text is "false" or "False" or "FALSE")
            return new ConfigValue.Plain("false", ConfigScalarKind.Boolean);
        if (Integer(text.Replace("_", "", StringComparison.Ordinal)) is { } integer)
            return new ConfigValue.Plain(integer.ToString(CultureInfo.InvariantCulture), ConfigScalarKind.Integer);
        if (FloatPattern().IsMatch(text))
            return new ConfigValue.Plain(double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture), ConfigScalarKind.Float);
        return new ConfigValue.Plain(text, ConfigScalarKind.String);
    }

    private static long? Integer(string text)
    {
        var match = IntegerPattern().Match(text);
        if (!match.Success)
            return null;

        var digits = match.Groups["digits"].Value;
        var magnitude = match.Groups["base"].Value switch
        {
            "0x" or "0X" => Parse(digits, 16),
            "0o" or "0O" => Parse(digits, 8),
            "0b" or "0B" => Parse(digits, 2),
            _ when digits is ['0', _, ..] => Parse(digits, 8),
            _ => Parse(digits, 10),
        };
        return match.Groups["sign"].Value == "-" ? -magnitude : magnitude;
    }

    private static long? Parse(string digits, int radix)
    {
        long value = 0;
        foreach (var digit in digits)
        {
            var weight = char.IsAsciiDigit(digit) ? digit - '0' : char.ToLowerInvariant(digit) - 'a' + 10;
            if (weight >= radix || value > (long.MaxValue - weight) / radix)
                return null;
            value = (value * radix) + weight;
        }

        return value;
    }

    [GeneratedRegex(@"^(?<sign>[-+]?)(?<base>0[xXoObB])?(?<digits>[0-9a-fA-F]+)\z")]
    private static partial Regex IntegerPattern();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex FloatPattern();
}
