using System.Globalization;

namespace Provisioning.Protocol.Grpc;

/// <summary>The header <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
internal static class Deadline
{
    public const string Header = "grpc-timeout";

    private const long MaximumValue = 99_999_999;
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>Writes a time in the finest unit from milliseconds on that eight digits can hold, rounded up.</summary>
    public static string Write(TimeSpan timeout) =>
        timeout.TotalMilliseconds <= MaximumValue ? Write(timeout.TotalMilliseconds, 'm')
        : timeout.TotalSeconds <= MaximumValue ? Write(timeout.TotalSeconds, 'S')
        : Write(Math.Min(timeout.TotalHours, MaximumValue), 'H');

    /// <summary>A time that a timer takes: timers end at 49 days, the header at 11 000 years.</summary>
    public static TimeSpan ForTimer(TimeSpan timeout) => timeout < LongestTimer ? timeout : LongestTimer;

    /// <summary>Reads a time; null when it is none.</summary>
    public static TimeSpan? Read(string? text)
    {
        if (text is not { Length: >= 2 and <= 9 } || !long.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return null;

        return text[^1] switch
        {
            'H' => TimeSpan.FromHours(value),
            'M' => TimeSpan.FromMinutes(value),
            'S' => TimeSpan.FromSeconds(value),
            'm' => TimeSpan.FromMilliseconds(value),
            'u' => TimeSpan.FromMicroseconds(value),
            'n' => TimeSpan.FromTicks(value / 100),
            _ => null,
        };
    }

    private static string Write(double value, char unit) => ((long)Math.Ceiling(value)).ToString(CultureInfo.InvariantCulture) + unit;
}
