using System.Globalization;
using Provisioning.Engine.Events;

namespace Provisioning.Cli.Views;

/// <summary>The words and symbols of Pulumi's display.</summary>
public static class StatusText
{
    /// <summary>The two columns before a row.</summary>
    public static string Symbol(StepOp op) => op switch
    {
        StepOp.Same => "  ",
        StepOp.Create => "+ ",
        StepOp.Update or StepOp.Refresh or StepOp.RemovePendingReplace => "~ ",
        StepOp.Delete => "- ",
        StepOp.Replace => "+-",
        StepOp.CreateReplacement => "++",
        StepOp.DeleteReplaced => "--",
        StepOp.Read => "> ",
        StepOp.ReadReplacement => ">>",
        StepOp.Discard => "< ",
        StepOp.DiscardReplaced => "<<",
        StepOp.Import => "= ",
        StepOp.ImportReplacement => "=>",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Unknown step."),
    };

    /// <summary>The colour of a step, as a name of the console's palette; empty for none.</summary>
    public static string Color(StepOp op) => op switch
    {
        StepOp.Create => "green",
        StepOp.CreateReplacement => "lime",
        StepOp.Update or StepOp.Refresh => "yellow",
        StepOp.Delete or StepOp.Discard or StepOp.DiscardReplaced => "maroon",
        StepOp.DeleteReplaced => "red",
        StepOp.Replace or StepOp.ReadReplacement or StepOp.ImportReplacement => "fuchsia",
        StepOp.Read => "aqua",
        StepOp.Import => "green",
        StepOp.Same or StepOp.RemovePendingReplace => "",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Unknown step."),
    };

    /// <summary>The status of a row at a moment, with the time it took or has taken.</summary>
    public static string Status(ResourceRow row, DateTimeOffset now)
    {
        var (verb, running, done) = Words(row.Op);
        var elapsed = Elapsed((row.Ended ?? now) - row.Started);
        return row.Phase switch
        {
            ResourcePhase.Planned => row.Op == StepOp.Same ? "" : verb,
            ResourcePhase.Running => row.Op == StepOp.Same ? "" : $"{running} ({elapsed})",
            ResourcePhase.Done => row.Op == StepOp.Same ? "" : $"{done} ({elapsed})",
            ResourcePhase.Failed => $"**{(row.Op == StepOp.Same ? "failed" : running + " failed")}**",
            _ => throw new InvalidOperationException($"Unknown phase {row.Phase}."),
        } + (row.Retained ? "[retain]" : "");
    }

    /// <summary>What a count of steps is called: <c>to create</c> in previews, <c>created</c> afterwards.</summary>
    public static string Counted(StepOp op, bool preview) => preview ? "to " + Words(op).Verb : Words(op).Done;

    /// <summary>A time as Pulumi writes it: <c>0.42s</c> below a second, <c>12s</c>, <c>1m3s</c>.</summary>
    public static string Elapsed(TimeSpan time)
    {
        if (time < TimeSpan.FromSeconds(1))
            return time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + "s";

        return WholeSeconds((long)time.TotalSeconds);
    }

    /// <summary>A duration rounded up to whole seconds.</summary>
    public static string Duration(TimeSpan time) => WholeSeconds((long)Math.Ceiling(time.TotalSeconds));

    private static string WholeSeconds(long seconds) => (seconds / 3600, seconds / 60 % 60, seconds % 60) switch
    {
        (0, 0, var s) => $"{s}s",
        (0, var m, var s) => $"{m}m{s}s",
        var (h, m, s) => $"{h}h{m}m{s}s",
    };

    private static (string Verb, string Running, string Done) Words(StepOp op) => op switch
    {
        StepOp.Same => ("same", "checking", "unchanged"),
        StepOp.Create or StepOp.CreateReplacement => ("create", "creating", "created"),
        StepOp.Update => ("update", "updating", "updated"),
        StepOp.Delete or StepOp.DeleteReplaced => ("delete", "deleting", "deleted"),
        StepOp.Replace => ("replace", "replacing", "replaced"),
        StepOp.Read or StepOp.ReadReplacement => ("read", "reading", "read"),
        StepOp.Refresh => ("refresh", "refreshing", "refreshed"),
        StepOp.Discard or StepOp.DiscardReplaced or StepOp.RemovePendingReplace => ("discard", "discarding", "discarded"),
        StepOp.Import or StepOp.ImportReplacement => ("import", "importing", "imported"),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Unknown step."),
    };
}
