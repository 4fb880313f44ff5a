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

        var zone = text.IndexOfAny(['Z', '+', '-'], "2026-08-21T".Length);
        if (zone < 0)
            return false;

        var fraction = text[19..zone];
        if (fraction.Length > 0 && (fraction[0] != '.' || fraction.Length == 1 || fraction.AsSpan(1).ContainsAnyExceptInRange('0', '9')))
            return false;

        if (!DateTimeOffset.TryParseExact(
            text[..19] + text[zone..], "yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var seconds))
        {
            return false;
        }

        var digits = fraction.TrimStart('.').PadRight(9, '0')[..9];
        var nanoseconds = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
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
        var fraction = nanoseconds == 0
            ? ""
            : "." + nanoseconds.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        var zone = Value.Offset == TimeSpan.Zero ? "Z" : Value.ToString("zzz", CultureInfo.InvariantCulture);
        return Value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + fraction + zone;
    }
}
