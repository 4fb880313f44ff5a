using System.Collections.Immutable;

namespace Provisioning.Engine.State.Json;

/// <summary>Orders keys by their UTF-8 bytes, as Go does; .NET's ordinal order differs beyond U+FFFF.</summary>
internal sealed class KeyOrder : IComparer<string>
{
    private KeyOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static KeyOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var common = left.CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[common]).CompareTo(Rank(right[common]));
    }

    /// <summary>Members with distinct keys in this order; the same array when they are, as all in ordinal order are but for some beyond U+FFFF.</summary>
    public static ImmutableArray<KeyValuePair<string, T>> Sort<T>(ImmutableArray<KeyValuePair<string, T>> members)
    {
        for (var index = 1; index < members.Length; index++)
        {
            if (Instance.Compare(members[index - 1].Key, members[index].Key) > 0)
                return members.Sort(static (left, right) => Instance.Compare(left.Key, right.Key));
        }

        return members;
    }

    /// <summary>Surrogates stand for what comes after all other characters, and have smaller numbers than some.</summary>
    private static int Rank(char character) => char.IsSurrogate(character) ? character + char.MaxValue : character;
}
