using System.Globalization;
using System.Text;
using Provisioning.Bench.Scenarios;
using Provisioning.Bench.Subjects;

namespace Provisioning.Bench.Reports;

/// <summary>The tables of a run, between two marks of a page whose other text is written by hand.</summary>
internal static class MarkdownReport
{
    private const string Start = "<!-- measured: begin -->";
    private const string End = "<!-- measured: end -->";

    /// <summary>What a step is called in tables.</summary>
    public static string NameOf(Step step) => step switch
    {
        Step.Up => "first `up`",
        Step.Preview => "`preview`, no change",
        Step.UpAgain => "`up`, no change",
        Step.Refresh => "`refresh`",
        Step.Destroy => "`destroy`",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };

    /// <summary>Replaces the measured part of a page.</summary>
    /// <exception cref="FormatException">The page has no marks.</exception>
    public static string Replace(string page, Results results)
    {
        var start = page.IndexOf(Start, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start)
            throw new FormatException($"The page needs the lines '{Start}' and '{End}', between which the figures go.");
        return page[..(start + Start.Length)] + "\n\n" + Write(results) + page[end..];
    }

    private static string Write(Results results)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Measured on {results.Machine}; load {results.Load.Before:f1} before and {results.Load.After:f1} after. Command: `{results.Command}`.\n\n");
        WriteTargets(text, results);
        foreach (var size in results.Scale.GroupBy(result => result.Size))
            WriteSize(text, size.Key, [.. size]);
        WriteDistance(text, results.Distance);
        WriteStartUp(text, results.StartUp);
        return text.ToString();
    }

    private static void WriteTargets(StringBuilder text, Results results)
    {
        text.Append("### Targets\n\n| target | wanted | measured | |\n|---|---|---|---|\n");
        foreach (var target in Target.Of(results))
            text.Append(CultureInfo.InvariantCulture, $"| {target.Name} | {target.Wanted} | {target.Measured} | {(target.IsMet ? "met" : "**missed**")} |\n");
        text.Append('\n');
    }

    private static void WriteSize(StringBuilder text, int size, IReadOnlyList<ScaleResult> results)
    {
        text.Append(CultureInfo.InvariantCulture, $"### {size} resources\n\n");
        text.Append("| tool | command | resources | wall | CPU | peak memory | written | flushes | runs |\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var result in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {result.Tool} | {NameOf(result.Step)} | ");
            if (result.Sample is { } sample)
                text.Append(CultureInfo.InvariantCulture, $"{result.Resources} | {sample.Wall.TotalSeconds:f2} s | {sample.Cpu.TotalSeconds:f2} s | {sample.PeakMemory >> 20} MiB | ");
            else
                text.Append("| over the limit | | | ");
            text.Append(result.Writes is { } writes ? string.Create(CultureInfo.InvariantCulture, $"{Size(writes.Bytes)} | {writes.Flushes}") : "not traced | not traced");
            text.Append(CultureInfo.InvariantCulture, $" | {result.Repetitions} |\n");
        }

        text.Append('\n');
    }

    private static void WriteDistance(StringBuilder text, IReadOnlyList<DistanceResult> results)
    {
        if (results.Count == 0)
            return;

        text.Append("### Latency and throttling\n\n");
        text.Append("| tool | first `up` | resources | requests | refused (429) | longest chain | at once | least time | because of | took | share |\n|---|---|--:|--:|--:|--:|--:|--:|---|--:|--:|\n");
        foreach (var result in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {result.Tool} | {result.Name} | {result.Resources} | {result.Requests} | {result.Refused} | {result.Chain} | {result.Parallel} | {result.Bound.TotalSeconds:f1} s | {result.BoundBy} | ");
            text.Append(result.Sample is { } sample
                ? string.Create(CultureInfo.InvariantCulture, $"{sample.Wall.TotalSeconds:f1} s | {result.Bound / sample.Wall:p0} |\n")
                : "over the limit | |\n");
        }

        text.Append('\n');
    }

    private static void WriteStartUp(StringBuilder text, IReadOnlyList<StartUpResult> results)
    {
        text.Append("### Start-up\n\n| tool | command | wall | CPU | peak memory | runs |\n|---|---|--:|--:|--:|--:|\n");
        foreach (var result in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {result.Tool} | {result.Command} | ");
            text.Append(result.Sample is { } sample
                ? string.Create(CultureInfo.InvariantCulture, $"{sample.Wall.TotalSeconds:f2} s | {sample.Cpu.TotalSeconds:f2} s | {sample.PeakMemory >> 20} MiB | {result.Repetitions} |\n")
                : "over the limit | | | |\n");
        }

        text.Append('\n');
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:f2} MB");
}
