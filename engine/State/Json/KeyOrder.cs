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

    /// <summary>Surrogates stand for what comes after all other characters, and have smaller numbers than some.</summary>
    private static int Rank(char character) => char.IsSurrogate(character) ? character + char.MaxValue : character;
}
