using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Provisioning.Protocol.Values;

/// <summary>The members of an object, or the inputs or outputs of a resource, in ordinal key order. Immutable.</summary>
[CollectionBuilder(typeof(PropertyMap), nameof(Create))]
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    private readonly ImmutableSortedDictionary<string, PropertyValue> members;

    private PropertyMap(ImmutableSortedDictionary<string, PropertyValue> members) => this.members = members;

    /// <summary>The map without members.</summary>
    public static PropertyMap Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => members.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => members.Keys;

    /// <inheritdoc/>
    public IEnumerable<PropertyValue> Values => members.Values;

    /// <inheritdoc/>
    public PropertyValue this[string key] => members[key];

    /// <summary>Collects members; a later one of the same key wins.</summary>
    public static PropertyMap Create(IEnumerable<KeyValuePair<string, PropertyValue>> members) =>
        new(Empty.members.SetItems(members));

    /// <summary>Collects members; a later one of the same key wins.</summary>
    public static PropertyMap Create(ReadOnlySpan<KeyValuePair<string, PropertyValue>> members)
    {
        var builder = Empty.members.ToBuilder();
        foreach (var member in members)
            builder[member.Key] = member.Value;
        return new PropertyMap(builder.ToImmutable());
    }

    /// <summary>A copy with a member set.</summary>
    public PropertyMap With(string key, PropertyValue value) => new(members.SetItem(key, value));

    /// <summary>A copy without a member; the map itself when it has none of this key.</summary>
    public PropertyMap Without(string key) => members.ContainsKey(key) ? new(members.Remove(key)) : this;

    /// <summary>The member of a key, or <see cref="PropertyValue.Null"/> when there is none.</summary>
    public PropertyValue GetOrNull(string key) => members.GetValueOrDefault(key) ?? PropertyValue.Null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => members.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) => members.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(PropertyMap? other) =>
        other is not null && (ReferenceEquals(this, other) || members.SequenceEqual(other.members));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in members)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => "{" + string.Join(", ", members.Select(member => $"{member.Key}: {member.Value}")) + "}";

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
