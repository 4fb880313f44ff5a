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
        var left = (x ?? "").EnumerateRunes();
        var right = (y ?? "").EnumerateRunes();
        while (true)
        {
            var hasLeft = left.MoveNext();
            var hasRight = right.MoveNext();
            if (!hasLeft || !hasRight)
                return hasLeft.CompareTo(hasRight);

            var order = left.Current.CompareTo(right.Current);
            if (order != 0)
                return order;
        }
    }
}
