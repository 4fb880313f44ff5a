namespace Pulumi;

/// <summary>Names one case of a <see cref="DiscriminatedUnionDiscriminatorAttribute"/> interface.</summary>
/// <param name="tag">The value of the discriminator.</param>
/// <param name="type">The class that the case is read into.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    /// <summary>The value of the discriminator.</summary>
    public string Tag { get; } = tag;

    /// <summary>The class that the case is read into.</summary>
    public Type Type { get; } = type;
}
