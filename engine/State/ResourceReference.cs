namespace Provisioning.Engine.State;

/// <summary>A reference of a resource to another.</summary>
/// <param name="Kind">How it refers to it.</param>
/// <param name="Target">The other.</param>
/// <param name="Property">The input through which it does; null when that is not said.</param>
internal readonly record struct ResourceReference(string Kind, Urn Target, string? Property = null)
{
    /// <summary>The role of the other, as messages call it.</summary>
    public string Role => Property is null ? Kind : $"{Kind} through '{Property}'";
}
