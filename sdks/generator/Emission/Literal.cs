using System.Globalization;
using System.Text.Json;
using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Writes values of the schema as C# expressions.</summary>
internal static class Literal
{
    /// <summary>A C# string literal.</summary>
    public static string Text(string value) => $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>A name as a C# identifier, escaped when it is a keyword.</summary>
    public static string Identifier(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>The expression for the default of a property: an enum member for a closed enum, a literal otherwise.</summary>
    /// <exception cref="InvalidDataException">The default is neither a string nor a boolean nor a number.</exception>
    public static string Default(PropertySchema property, JsonElement value, IReadOnlyDictionary<string, EnumSchema> enums) =>
        value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetDouble().ToString(CultureInfo.InvariantCulture),
            JsonValueKind.String when IsClosedEnum(property) && property.Type.Ref is { } key => enums[key].Expression(value.ToString()),
            JsonValueKind.String => Text(value.ToString()),
            _ => throw new InvalidDataException($"The default of '{property.Name}' is a {value.ValueKind}; expected a string, boolean or number."),
        };

    private static bool IsClosedEnum(PropertySchema property) =>
        property.Type.Kind == "enum" && property.Csharp?.StartsWith("Input<", StringComparison.Ordinal) == true;

    // The words among C#'s keywords that Azure uses, or may well use, as property names.
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "case", "class", "const", "default", "delegate", "double", "enum", "event", "explicit",
        "extern", "fixed", "in", "int", "interface", "internal", "is", "lock", "namespace", "new", "null", "object", "operator",
        "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sealed", "static", "string",
        "struct", "switch", "this", "virtual", "void", "volatile",
    ];
}
