namespace Provisioning.Sdk.Generator.Schema;

/// <summary>An enumeration of strings.</summary>
internal sealed record EnumSchema(
    string Package,
    string CsharpNamespace,
    string CsharpType,
    IReadOnlyList<EnumMember> Members)
{
    /// <summary>The C# expression for a value of the enumeration.</summary>
    /// <exception cref="InvalidDataException">The enumeration has no such value.</exception>
    public string Expression(string value)
    {
        var member = Members.FirstOrDefault(member => member.Value == value)
            ?? throw new InvalidDataException($"The enum {CsharpNamespace}.{CsharpType} has no member for the default '{value}'.");
        return $"{CsharpNamespace}.{CsharpType}.{member.CsharpName}";
    }
}
