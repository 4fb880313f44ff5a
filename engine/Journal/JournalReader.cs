using System.Text.Json;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Journal;

/// <summary>Reads the journal that an interrupted operation left.</summary>
internal static class JournalReader
{
    /// <summary>
    /// Reads a journal's whole records. What was being written when the process died is left out: nobody was told that
    /// it is on the disk.
    /// </summary>
    /// <param name="content">The journal's bytes.</param>
    /// <param name="location">What messages call it.</param>
    /// <returns>The records after the header; null when not even the header is whole, so that nothing had begun.</returns>
    /// <exception cref="StateException">A record is damaged that had been flushed before others were written.</exception>
    public static JournalContent? Parse(ReadOnlyMemory<byte> content, string location)
    {
        var (lines, length) = WholeLines(content, location);
        var records = new List<StateElement>(lines.Count);
        foreach (var line in lines)
            records.Add(new StateElement(JsonElement.Parse(line.Json.Span, StateDocument.JsonOptions), $"{location}, record {records.Count}"));
        if (records.Count == 0)
            return null;

        var version = records[0].Integer("journal");
        return version is >= 1 and <= JournalHeader.FormatVersion
            ? new JournalContent(new JournalHeader(records[0].Text("stack"), records[0].Text("base")), records[1..], length, lines[^1].Flush)
            : throw new StateException(
                StateErrorCode.UnsupportedVersion, $"The journal '{location}' has the version {version}; finish the interrupted operation with the version that began it.");
    }

    private static (List<JournalLine> Lines, int Length) WholeLines(ReadOnlyMemory<byte> content, string location)
    {
        var lines = new List<JournalLine>();
        var rest = content;
        var length = 0;
        int? damagedFlush = null;
        while (rest.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = JournalLine.TryParse(rest[..end]);
            rest = rest[(end + 1)..];
            if (line is null)
            {
                damagedFlush ??= lines.Count == 0 ? 0 : lines[^1].Remaining == 0 ? lines[^1].Flush + 1 : lines[^1].Flush;
            }
            else if (damagedFlush is null)
            {
                lines.Add(line.Value);
                length = content.Length - rest.Length;
            }
            else if (line.Value.Flush > damagedFlush)
            {
                throw new StateException(
                    StateErrorCode.JournalDamaged,
                    $"The journal '{location}' is damaged in its line {lines.Count + 1}, so what the interrupted operation did is not fully known. Move it away and run 'refresh', which reads it from the cloud.");
            }
        }

        return (lines, length);
    }
}
