namespace Provisioning.Sandbox.Entra;

/// <summary>An object cannot be created because another one has the same key.</summary>
/// <param name="property">The key, as Graph spells it.</param>
/// <param name="value">The value both would have.</param>
internal sealed class DirectoryConflictException(string property, string value)
    : Exception($"Another object with the same value for property {property} already exists: '{value}'.")
{
    /// <summary>The key, as Graph spells it.</summary>
    public string Property { get; } = property;
}
