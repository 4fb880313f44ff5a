namespace Pulumi;

/// <summary>Names the resource type that a class stands for, so that references to such resources can be read into it.</summary>
/// <param name="type">The type token, such as <c>azure-native:storage:StorageAccount</c>.</param>
/// <param name="version">The version of the package, or null for any.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>The version of the package, or null for any.</summary>
    public string? Version { get; } = version;
}
