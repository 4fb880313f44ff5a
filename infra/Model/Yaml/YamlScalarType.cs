using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Provisioning.Infra.Model.Yaml;

/// <summary>The types of YAML 1.2's core schema.</summary>
internal enum YamlScalarType
{
    /// <summary>Nothing, <c>~</c> or <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction or exponent, infinity or not a number.</summary>
    Number,

    /// <summary>Anything else, and everything in quotes.</summary>
    Text,
}

/// <summary>Decides what an unquoted value is.</summary>
internal static partial class YamlScalarTypes
{
    /// <summary>Applies YAML 1.2's core schema, by which <c>yes</c> and <c>on</c> are texts.</summary>
    /// <param name="text">The value.</param>
    /// <param name="style">How it is written.</param>
    public static YamlScalarType Of(string text, ScalarStyle style) => style switch
    {
        not (ScalarStyle.Plain or ScalarStyle.Any) => YamlScalarType.Text,
        _ when text is "" or "~" or "null" or "Null" or "NULL" => YamlScalarType.Null,
        _ when text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlScalarType.Boolean,
        _ when Integer().IsMatch(text) => YamlScalarType.Integer,
        _ when Number().IsMatch(text) => YamlScalarType.Number,
        _ => YamlScalarType.Text,
    };

    [GeneratedRegex(@"\A(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(
        @"\A(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
