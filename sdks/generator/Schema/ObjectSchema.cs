namespace Provisioning.Sdk.Generator.Schema;

/// <summary>A nested object, on the input side (an arguments class) or on the output side (an output type).</summary>
internal sealed record ObjectSchema(
    string Package,
    string Direction,
    string CsharpNamespace,
    string CsharpClass,
    IReadOnlyList<PropertySchema> Properties)
{
    /// <summary>Name of the second arguments class, for state; null where the package has none.</summary>
    public string? CsharpGetArgsClass { get; init; }

    /// <summary>Whether programs write it (arguments) rather than read it (output type).</summary>
    public bool IsInput => Direction == "input";
}
