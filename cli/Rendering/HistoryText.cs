using System.Globalization;
using System.Text;
using Provisioning.Engine.Backends;

namespace Provisioning.Cli.Rendering;

/// <summary>One past operation in lines with Pulumi's words; times in UTC.</summary>
internal static class HistoryText
{
    /// <summary>The lines of an operation.</summary>
    public static string Of(UpdateInfo update)
    {
        var text = new StringBuilder();
        text.Append("UpdateKind: ").Append(update.Kind).Append('\n');
        text.Append("Status: ").Append(update.Succeeded ? "succeeded" : "failed").Append('\n');
        if (update.Message.Length > 0)
            text.Append("Message: ").Append(update.Message).Append('\n');
        text.Append("Started: ").Append(update.StartTime.UtcDateTime.ToString("u", CultureInfo.InvariantCulture))
            .Append(", took ").Append((long)(update.EndTime - update.StartTime).TotalSeconds).Append(" s\n");
        text.Append("Changes: ").Append(Changes(update)).Append('\n');
        foreach (var (name, value) in update.Environment.Where(fact => fact.Value.Length > 0))
            text.Append("    ").Append(name).Append(": ").Append(value).Append('\n');
        return text.ToString();
    }

    private static string Changes(UpdateInfo update) => update.ResourceChanges.IsEmpty
        ? "none"
        : string.Join(", ", update.ResourceChanges.Select(change => $"{change.Value} {change.Key}"));
}
