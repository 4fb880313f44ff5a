using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Writes enumerations of strings as the structs that the SDK serialises.</summary>
internal static class EnumEmitter
{
    /// <summary>Writes one enumeration.</summary>
    public static void Write(CodeWriter code, EnumSchema schema)
    {
        var name = schema.CsharpType;
        code.Write("[EnumType]");
        code.Open($"public readonly struct {name} : IEquatable<{name}>");
        code.Write("private readonly string _value;");
        code.Separate();
        code.Write($"private {name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));");
        code.Separate();
        foreach (var member in schema.Members)
        {
            code.Write($"public static {name} {Literal.Identifier(member.CsharpName)} {{ get; }} = new {name}({Literal.Text(member.Value)});");
        }

        code.Separate();
        code.Write(
            $$"""
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

            public static explicit operator string({{name}} value) => value._value;

            public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);

            public bool Equals({{name}} other) => string.Equals(_value, other._value, StringComparison.Ordinal);

            public override int GetHashCode() => _value?.GetHashCode() ?? 0;

            public override string ToString() => _value;
            """);
        code.Close();
    }
}
