using System.Collections.Immutable;

namespace Provisioning.Protocol.Values;

/// <summary>
/// A value of a resource property as engines and providers exchange it. Immutable; equality is by content, and
/// object members compare without regard to order.
/// </summary>
/// <remarks>The cases and their wire forms are those of Pulumi's sdk/go/common/resource (plugin/rpc.go, sig/sig.go).</remarks>
public abstract record PropertyValue
{
    private PropertyValue()
    {
    }

    /// <summary>The null value.</summary>
    public static PropertyValue Null { get; } = new NullValue();

    /// <summary>A value that is not known yet; only during previews.</summary>
    public static PropertyValue Unknown { get; } = new UnknownValue();

    /// <summary>A boolean as a value.</summary>
    public static implicit operator PropertyValue(bool value) => new BoolValue(value);

    /// <summary>A number as a value.</summary>
    public static implicit operator PropertyValue(double value) => new NumberValue(value);

    /// <summary>A string as a value.</summary>
    public static implicit operator PropertyValue(string value) => new StringValue(value);

    /// <summary>Null.</summary>
    public sealed record NullValue : PropertyValue;

    /// <summary>A boolean.</summary>
    public sealed record BoolValue(bool Value) : PropertyValue;

    /// <summary>A number; all numbers are IEEE doubles, so integers beyond 2^53 are not exact.</summary>
    public sealed record NumberValue(double Value) : PropertyValue;

    /// <summary>A string.</summary>
    public sealed record StringValue(string Value) : PropertyValue;

    /// <summary>A list.</summary>
    public sealed record ArrayValue(ImmutableArray<PropertyValue> Items) : PropertyValue
    {
        /// <inheritdoc/>
        public bool Equals(ArrayValue? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var item in Items)
                hash.Add(item);
            return hash.ToHashCode();
        }
    }

    /// <summary>An object with string keys.</summary>
    public sealed record ObjectValue(PropertyMap Members) : PropertyValue;

    /// <summary>A value that must not be shown or stored in plain. Printing it shows no content.</summary>
    public sealed record SecretValue(PropertyValue Element) : PropertyValue
    {
        /// <inheritdoc/>
        public override string ToString() => "[secret]";
    }

    /// <summary>A value that is not known yet.</summary>
    public sealed record UnknownValue : PropertyValue;

    /// <summary>
    /// A value with what it depends on. Only on the wire between programs, engine and component providers.
    /// </summary>
    /// <param name="Element">The value, or null when it is not known.</param>
    /// <param name="IsSecret">Whether the value is secret.</param>
    /// <param name="Dependencies">URNs of the resources it was computed from, in ordinal order.</param>
    public sealed record OutputValue(PropertyValue? Element, bool IsSecret, ImmutableArray<string> Dependencies) : PropertyValue
    {
        /// <inheritdoc/>
        public bool Equals(OutputValue? other) =>
            other is not null && Equals(Element, other.Element) && IsSecret == other.IsSecret
            && Dependencies.AsSpan().SequenceEqual(other.Dependencies.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Element, IsSecret, Dependencies.Length);

        /// <inheritdoc/>
        public override string ToString() => IsSecret ? "[secret]" : $"output({Element})";
    }

    /// <summary>A pointer to another resource of the deployment.</summary>
    /// <param name="Urn">Its URN.</param>
    /// <param name="Id">
    /// Null for a component; otherwise a <see cref="StringValue"/>, or <see cref="UnknownValue"/> before it exists.
    /// </param>
    /// <param name="PackageVersion">The version of its package; empty when not given.</param>
    public sealed record ResourceReference(string Urn, PropertyValue? Id, string PackageVersion) : PropertyValue;

    /// <summary>A file-like value. At most one of text, path and uri is set; none when only its hash is known.</summary>
    /// <param name="Hash">Lower-case hex SHA-256 of the content; empty when not computed.</param>
    /// <param name="Text">The content itself.</param>
    /// <param name="Path">A path relative to the program.</param>
    /// <param name="Uri">Where to fetch it.</param>
    public sealed record AssetValue(string Hash, string? Text, string? Path, string? Uri) : PropertyValue;

    /// <summary>A folder-like value. At most one of assets, path and uri is set; none when only its hash is known.</summary>
    /// <param name="Hash">Lower-case hex SHA-256; empty when not computed.</param>
    /// <param name="Assets">Members by name: assets or archives.</param>
    /// <param name="Path">A path relative to the program.</param>
    /// <param name="Uri">Where to fetch it.</param>
    public sealed record ArchiveValue(string Hash, PropertyMap? Assets, string? Path, string? Uri) : PropertyValue;
}
