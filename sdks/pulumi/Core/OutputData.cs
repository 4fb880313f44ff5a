using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>What an output holds once it is settled.</summary>
/// <param name="value">The value; a default when it is not known.</param>
/// <param name="traits">What it carries besides.</param>
internal readonly struct OutputData<T>([AllowNull] T value, OutputTraits traits)
{
    /// <summary>The value; a default when it is not known.</summary>
    [AllowNull]
    public T Value { get; } = value;

    /// <summary>What the output carries besides its value.</summary>
    public OutputTraits Traits { get; } = traits;

    /// <summary>Whether the value is known.</summary>
    public bool IsKnown => Traits.IsKnown;

    /// <summary>Whether the value is secret.</summary>
    public bool IsSecret => Traits.IsSecret;
}
