using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Provisioning.Protocol.Values;

/// <summary>The members of an object, or the inputs or outputs of a resource, in ordinal key order. Immutable.</summary>
[CollectionBuilder(typeof(PropertyMap), nameof(Create))]
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    // A sorted array: a stack holds many maps, most of them of a few members, and changes none.
    private readonly KeyValuePair<string, PropertyValue>[] members;

    private PropertyMap(KeyValuePair<string, PropertyValue>[] members) => this.members = members;

    /// <summary>The map without members.</summary>
    public static PropertyMap Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => members.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => members.Select(member => member.Key);

    /// <inheritdoc/>
    public IEnumerable<PropertyValue> Values => members.Select(member => member.Value);

    /// <inheritdoc/>
    public PropertyValue this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no member '{key}'.");

    /// <summary>Collects members; a later one of the same key wins.</summary>
    public static PropertyMap Create(IEnumerable<KeyValuePair<string, PropertyValue>> members) => Sorted([.. members]);

    /// <summary>Collects members; a later one of the same key wins.</summary>
    public static PropertyMap Create(ReadOnlySpan<KeyValuePair<string, PropertyValue>> members) => Sorted(members.ToArray());

    /// <summary>A copy with a member set. Many members at once are for <see cref="Create(IEnumerable{KeyValuePair{string, PropertyValue}})"/>.</summary>
    public PropertyMap With(string key, PropertyValue value)
    {
        var index = IndexOf(key);
        var place = index < 0 ? ~index : index;
        return new([.. members[..place], KeyValuePair.Create(key, value), .. members[(index < 0 ? place : place + 1)..]]);
    }

    /// <summary>A copy without a member; the map itself when it has none of this key.</summary>
    public PropertyMap Without(string key) =>
        IndexOf(key) is >= 0 and var index ? new([.. members[..index], .. members[(index + 1)..]]) : this;

    /// <summary>The member of a key, or <see cref="PropertyValue.Null"/> when there is none.</summary>
    public PropertyValue GetOrNull(string key) => TryGetValue(key, out var value) ? value : PropertyValue.Null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value)
    {
        var index = IndexOf(key);
        value = index < 0 ? null : members[index].Value;
        return index >= 0;
    }

    /// <inheritdoc/>
    public bool Equals(PropertyMap? other) =>
        other is not null && (ReferenceEquals(this, other) || AreEqual(members, other.members));

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
    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => members.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The map of an array that becomes its own.</summary>
    private static PropertyMap Sorted(KeyValuePair<string, PropertyValue>[] members)
    {
        if (members.Length == 0)
            return Empty;

        var isSorted = true;
        for (var index = 1; isSorted && index < members.Length; index++)
            isSorted = string.CompareOrdinal(members[index - 1].Key, members[index].Key) < 0;
        return new(isSorted ? members : [.. members.GroupBy(member => member.Key).Select(same => same.Last()).OrderBy(member => member.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Member by member: pairs of their own compare by reflection.</summary>
    private static bool AreEqual(ReadOnlySpan<KeyValuePair<string, PropertyValue>> mine, ReadOnlySpan<KeyValuePair<string, PropertyValue>> others)
    {
        if (mine.Length != others.Length)
            return false;

        for (var index = 0; index < mine.Length; index++)
        {
            if (mine[index].Key != others[index].Key || !mine[index].Value.Equals(others[index].Value))
                return false;
        }

        return true;
    }

    /// <summary>Where a key is; the complement of where it would be when it is not there.</summary>
    private int IndexOf(string key)
    {
        var (first, end) = (0, members.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            switch (string.CompareOrdinal(members[middle].Key, key))
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
