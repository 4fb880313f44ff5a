namespace Pulumi;

/// <summary>
/// Marks a struct that stands for an enumeration of strings or numbers: it has a constructor from, and an explicit
/// conversion to, <see cref="string"/> or <see cref="double"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
