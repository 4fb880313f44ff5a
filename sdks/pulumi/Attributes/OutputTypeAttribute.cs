namespace Pulumi;

/// <summary>
/// Marks a class that a structured output is read into, by its one constructor that is marked
/// <see cref="OutputConstructorAttribute"/>, or else by its only public one.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
