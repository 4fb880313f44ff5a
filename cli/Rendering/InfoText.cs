using Provisioning.Cli.Views;
using Pulumirpc;

namespace Provisioning.Cli.Rendering;

/// <summary>The last column of a row: what is waited for, what differs, what was said.</summary>
internal static class InfoText
{
    public static string Of(ResourceRow row)
    {
        if (row.Phase == ResourcePhase.Running && row.Waiting.Length > 0)
            return row.Waiting;

        var parts = new List<string>();
        if (!row.Changes.IsEmpty)
            parts.Add($"[diff: {string.Join(",", row.Changes)}]");
        parts.AddRange(row.Messages.Reverse().Select(message => Count(message.Value, Noun(message.Key))));
        return string.Join("; ", parts);
    }

    private static string Noun(LogSeverity severity) => severity switch
    {
        LogSeverity.Error => "error",
        LogSeverity.Warning => "warning",
        _ => "message",
    };

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
