namespace Pulumi;

/// <summary>Marks the constructor that reads an <see cref="OutputTypeAttribute"/> class; parameters match members by name.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
