using System.Globalization;

namespace Provisioning.Engine.State;

/// <summary>
/// An instant with its UTC offset and nanoseconds, as Go's RFC3339Nano writes it. <see cref="DateTimeOffset"/> ends at
/// 100 nanoseconds; the rest is kept here, so that a time read from a file is written back unchanged.
/// </summary>
/// <param name="Value">The instant, in steps of 100 nanoseconds.</param>
/// <param name="ExtraNanoseconds">The nanoseconds beyond <paramref name="Value"/>: 0 to 99.</param>
public readonly record struct Timestamp(DateTimeOffset Value, int ExtraNanoseconds = 0) : IComparable<Timestamp>
{
    private const int NanosecondsPerTick = 100;
    private const int FractionDigits = 9;
    private const string Seconds = "yyyy-MM-ddTHH:mm:ss";
    private const string LongestZone = "+00:00";

    /// <summary>An instant without further nanoseconds.</summary>
    public static implicit operator Timestamp(DateTimeOffset value) => new(value);

    /// <summary>The instant in steps of 100 nanoseconds.</summary>
    public static implicit operator DateTimeOffset(Timestamp timestamp) => timestamp.Value;

    /// <summary>Parses RFC 3339 with up to nine fraction digits; further digits are dropped.</summary>
    /// <exception cref="FormatException">The text is no such time.</exception>
    public static Timestamp Parse(string text) =>
        TryParse(text, out var timestamp) ? timestamp : throw new FormatException($"'{text}' is not a time of RFC 3339, such as 2026-08-21T10:00:00.5Z.");

    /// <summary>Parses RFC 3339 with up to nine fraction digits; further digits are dropped.</summary>
    public static bool TryParse(string? text, out Timestamp timestamp)
    {
        timestamp = default;
        if (text is null || text.Length < "2026-08-21T10:00:00Z".Length)
            return false;

        var fraction = text.AsSpan(Seconds.Length);
        var zone = fraction.IndexOfAny('Z', '+', '-');
        if (zone < 0 || fraction.Length - zone > LongestZone.Length || !TryParseFraction(fraction[..zone], out var nanoseconds))
            return false;

        // The text without its fraction.
        Span<char> buffer = stackalloc char[Seconds.Length + LongestZone.Length];
        text.AsSpan(0, Seconds.Length).CopyTo(buffer);
        fraction[zone..].CopyTo(buffer[Seconds.Length..]);
        var whole = buffer[..(text.Length - zone)];
        if (!DateTimeOffset.TryParseExact(whole, Seconds + "K", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var seconds))
            return false;

        timestamp = new Timestamp(seconds.AddTicks(nanoseconds / NanosecondsPerTick), nanoseconds % NanosecondsPerTick);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Timestamp other)
    {
        var byTicks = Value.CompareTo(other.Value);
        return byTicks != 0 ? byTicks : ExtraNanoseconds.CompareTo(other.ExtraNanoseconds);
    }

    /// <summary>RFC 3339 with up to nine fraction digits, trailing zeros left out, <c>Z</c> for UTC.</summary>
    public override string ToString()
    {
        var nanoseconds = (Value.Ticks % TimeSpan.TicksPerSecond * NanosecondsPerTick) + ExtraNanoseconds;
        Span<char> text = stackalloc char[Seconds.Length + 1 + FractionDigits];
        Value.TryFormat(text, out var length, Seconds, CultureInfo.InvariantCulture);
        if (nanoseconds > 0)
        {
            text[length++] = '.';
            nanoseconds.TryFormat(text[length..], out _, "D9", CultureInfo.InvariantCulture);
            length += text.Slice(length, FractionDigits).TrimEnd('0').Length;
        }

        var zone = Value.Offset == TimeSpan.Zero ? "Z" : Value.ToString("zzz", CultureInfo.InvariantCulture);
        return string.Concat(text[..length], zone);
    }

    private static bool TryParseFraction(ReadOnlySpan<char> text, out int nanoseconds)
    {
        nanoseconds = 0;
        if (text.IsEmpty)
            return true;
        if (text[0] != '.' || text.Length == 1 || text[1..].ContainsAnyExceptInRange('0', '9'))
            return false;

        for (var digit = 1; digit <= FractionDigits; digit++)
            nanoseconds = (nanoseconds * 10) + (digit < text.Length ? text[digit] - '0' : 0);
        return true;
    }
}
