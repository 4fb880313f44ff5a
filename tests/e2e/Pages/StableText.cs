using System.Text.RegularExpressions;

namespace Provisioning.EndToEnd.Tests.Pages;

/// <summary>
/// Makes the same text of what the same command prints in different runs. An id gets the same replacement wherever it appears, so
/// that a reader still sees which ids are equal.
/// </summary>
/// <param name="known">Text with the ids that are the same in every run, such as those that a stack document names.</param>
internal sealed partial class StableText(string known)
{
    /// <summary>A duration in one or two units: <c>12 ms</c>, <c>1.5s</c>, <c>1 min 5 s</c>.</summary>
    private const string DurationPattern = @"(?<![\w.-])\d+(\.\d+)? ?(ms|s|min|h|d)( \d+ (s|min|h))?(?![\w-])";

    private static readonly IReadOnlyList<(Regex Varying, string Replacement)> Rules =
    [
        (Port(), ":<port>"),
        (Time(), "<time>"),
        (DurationColumn(), "  n ms"),
        (Duration(), "n ms"),
        (TrailingBlanks(), ""),
    ];

    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text without ids, ports, times and durations that the next run would not repeat.</summary>
    public string Of(string text) => Rules.Aggregate(Id().Replace(text, match => IdOf(match.Value)), (stable, rule) => rule.Varying.Replace(stable, rule.Replacement));

    private string IdOf(string id)
    {
        if (known.Contains(id, StringComparison.OrdinalIgnoreCase))
            return id;
        if (!_ids.TryGetValue(id, out var replacement))
            _ids.Add(id, replacement = $"00000000-0000-0000-0000-{_ids.Count + 1:d12}");
        return replacement;
    }

    [GeneratedRegex(@"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    /// <summary>The port of an address of this computer.</summary>
    [GeneratedRegex(@"(?<=\b(localhost|127\.0\.0\.1)):\d+")]
    private static partial Regex Port();

    /// <summary>An instant in UTC, as JSON and as Entra's messages spell it.</summary>
    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z")]
    private static partial Regex Time();

    /// <summary>A duration at the end of a line of a table, whose length also decides how many blanks stand before it.</summary>
    [GeneratedRegex(@"  +" + DurationPattern + @"[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex DurationColumn();

    [GeneratedRegex(DurationPattern)]
    private static partial Regex Duration();

    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex TrailingBlanks();
}
