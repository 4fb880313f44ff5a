using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output carries besides its value.</summary>
/// <param name="Resources">The resources it was computed from.</param>
/// <param name="IsKnown">False in previews for what only an update can tell; the value is then a default.</param>
/// <param name="IsSecret">Whether the value must not be shown or stored in plain.</param>
internal readonly record struct OutputTraits(ImmutableHashSet<Resource> Resources, bool IsKnown, bool IsSecret)
{
    /// <summary>Known, not secret, from no resource.</summary>
    public static OutputTraits Plain { get; } = new(ImmutableHashSet<Resource>.Empty, IsKnown: true, IsSecret: false);

    /// <summary>The traits of what is computed from two outputs: all must be known, one secret is enough.</summary>
    public OutputTraits Join(OutputTraits other) =>
        new(
            ReferenceEquals(Resources, other.Resources) ? Resources : Resources.Union(other.Resources),
            IsKnown && other.IsKnown,
            IsSecret || other.IsSecret);
}
