namespace Pulumi;

/// <summary>Marks an interface whose implementations are told apart by the value of one property on the wire.</summary>
/// <param name="propertyName">The wire name of that property.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    /// <summary>The wire name of the property that tells the cases apart.</summary>
    public string PropertyName { get; } = propertyName;
}
