using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Provisioning.Protocol.Values;

/// <summary>The members of an object, or the inputs or outputs of a resource, in ordinal key order. Immutable.</summary>
[CollectionBuilder(typeof(PropertyMap), nameof(Create))]
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    private PropertyMap(ImmutableArray<KeyValuePair<string, PropertyValue>> entries) => Entries = entries;

    /// <summary>The map without members.</summary>
    public static PropertyMap Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => Entries.Length;

    /// <summary>The members, in ordinal key order.</summary>
    /// <remarks>A sorted array: a stack holds many maps, most of them of a few members, and changes none.</remarks>
    public ImmutableArray<KeyValuePair<string, PropertyValue>> Entries { get; }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Entries.Select(member => member.Key);

    /// <inheritdoc/>
    public IEnumerable<PropertyValue> Values => Entries.Select(member => member.Value);

    /// <inheritdoc/>
    public PropertyValue this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no member '{key}'.");

    /// <summary>Collects members; a later one of the same key wins. An immutable array in ordinal key order is not copied.</summary>
    public static PropertyMap Create(IEnumerable<KeyValuePair<string, PropertyValue>> members) => Sorted(ImmutableArray.CreateRange(members));

    /// <summary>Collects members; a later one of the same key wins.</summary>
    public static PropertyMap Create(ReadOnlySpan<KeyValuePair<string, PropertyValue>> members) => Sorted([.. members]);

    /// <summary>A copy with a member set. Many members at once are for <see cref="Create(IEnumerable{KeyValuePair{string, PropertyValue}})"/>.</summary>
    public PropertyMap With(string key, PropertyValue value)
    {
        var index = IndexOf(key);
        var place = index < 0 ? ~index : index;
        return new([.. Entries[..place], KeyValuePair.Create(key, value), .. Entries[(index < 0 ? place : place + 1)..]]);
    }

    /// <summary>A copy without a member; the map itself when it has none of this key.</summary>
    public PropertyMap Without(string key) =>
        IndexOf(key) is >= 0 and var index ? new([.. Entries[..index], .. Entries[(index + 1)..]]) : this;

    /// <summary>The member of a key, or <see cref="PropertyValue.Null"/> when there is none.</summary>
    public PropertyValue GetOrNull(string key) => TryGetValue(key, out var value) ? value : PropertyValue.Null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value)
    {
        var index = IndexOf(key);
        value = index < 0 ? null : Entries[index].Value;
        return index >= 0;
    }

    /// <inheritdoc/>
    public bool Equals(PropertyMap? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || Count != other.Count)
            return false;

        for (var index = 0; index < Count; index++)
        {
            if (Entries[index].Key != other.Entries[index].Key || Entries[index].Value != other.Entries[index].Value)
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in Entries)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => "{" + string.Join(", ", Entries.Select(member => $"{member.Key}: {member.Value}")) + "}";

    /// <summary>Goes through the members, in ordinal key order.</summary>
    public ImmutableArray<KeyValuePair<string, PropertyValue>>.Enumerator GetEnumerator() => Entries.GetEnumerator();

    IEnumerator<KeyValuePair<string, PropertyValue>> IEnumerable<KeyValuePair<string, PropertyValue>>.GetEnumerator() => Entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Entries.AsEnumerable().GetEnumerator();

    private static PropertyMap Sorted(ImmutableArray<KeyValuePair<string, PropertyValue>> members)
    {
        if (members.IsDefaultOrEmpty)
            return Empty;

        var isSorted = true;
        for (var index = 1; isSorted && index < members.Length; index++)
            isSorted = string.CompareOrdinal(members[index - 1].Key, members[index].Key) < 0;
        return new(isSorted ? members : [.. members.GroupBy(member => member.Key).Select(same => same.Last()).OrderBy(member => member.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Where a key is; the complement of where it would be when it is not there.</summary>
    private int IndexOf(string key)
    {
        var (first, end) = (0, Entries.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            switch (string.CompareOrdinal(Entries[middle].Key, key))
            {
                case 0:
                    return middle;
                case < 0:
                    first = middle + 1;
                    break;
                default:
                    end = middle;
                    break;
            }
        }

        return ~first;
    }
}
