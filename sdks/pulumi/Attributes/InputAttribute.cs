namespace Pulumi;

/// <summary>Marks a member of an <see cref="InputArgs"/> class that is sent to the engine.</summary>
/// <param name="name">The name on the wire.</param>
/// <param name="required">Whether the member must not be null when it is sent.</param>
/// <param name="json">Whether the value is sent as a string of JSON, as providers' configuration is.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
