namespace Pulumi;

/// <summary>Marks a property that the engine or provider fills: of a resource, or of a stack or component that exports it.</summary>
/// <param name="name">The name on the wire; null for the property's own name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The name on the wire, or null for the property's own name.</summary>
    public string? Name { get; } = name;
}
