using System.Globalization;
using System.Text.RegularExpressions;

namespace Provisioning.Engine.Planning;

/// <summary>Reads durations as Go writes them: <c>1h2m3.5s</c>, <c>300ms</c>.</summary>
internal static partial class GoDuration
{
    /// <summary>Reads a duration; null when the text is empty.</summary>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length == 0)
            return null;
        if (text == "0")
            return TimeSpan.Zero;
        if (Pattern().Match(text) is not { Success: true } match)
            throw new FormatException($"'{text}' is not a duration; write one such as 90s, 15m or 1h30m.");

        var seconds = 0m;
        for (var i = 0; i < match.Groups["number"].Captures.Count; i++)
        {
            var number = decimal.Parse(match.Groups["number"].Captures[i].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            seconds += number * Seconds(match.Groups["unit"].Captures[i].Value);
        }

        return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    private static decimal Seconds(string unit) => unit switch
    {
        "ns" => 1e-9m,
        "us" or "µs" or "μs" => 1e-6m,
        "ms" => 1e-3m,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit of time."),
    };

    [GeneratedRegex(@"^(?:(?<number>\d+(?:\.\d*)?|\.\d+)(?<unit>ns|us|µs|μs|ms|s|m|h))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
