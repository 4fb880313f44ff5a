namespace Pulumi;

/// <summary>Gives a parameter of an <see cref="OutputConstructorAttribute"/> constructor another name on the wire.</summary>
/// <param name="name">The name on the wire.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}
