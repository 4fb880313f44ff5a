using System.Globalization;

namespace Provisioning.Verification.Findings;

/// <summary>Writes durations for people.</summary>
public static class Elapsed
{
    /// <summary>A duration in its two largest units: <c>41 ms</c>, <c>2.3 s</c>, <c>1 min 5 s</c>, <c>3 h 2 min</c>, <c>12 d 4 h</c>.</summary>
    /// <param name="span">The duration; a negative one counts as none.</param>
    public static string Text(TimeSpan span) => span switch
    {
        { TotalMilliseconds: < 1 } => "0 ms",
        { TotalSeconds: < 1 } => FormattableString.Invariant($"{span.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => $"{span.Minutes} min {span.Seconds} s",
        { TotalDays: < 1 } => $"{span.Hours} h {span.Minutes} min",
        _ => $"{(int)span.TotalDays} d {span.Hours} h",
    };
}
