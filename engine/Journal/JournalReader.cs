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
    /// <returns>The records after the header; null when not even the header is whole, so that nothing had begun.</returns>
    /// <exception cref="StateException">A record is damaged that had been flushed before others were written.</exception>
    public static async Task<JournalContent?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var content = await ReadFileAsync(path, cancellationToken).ConfigureAwait(false);
        var records = new List<StateElement>();
        foreach (var line in WholeLines(content, path))
            records.Add(new StateElement(JsonElement.Parse(line.Json.Span, StateDocument.JsonOptions), $"{path}, record {records.Count}"));
        if (records.Count == 0)
            return null;

        var version = records[0].Integer("journal");
        return version == JournalHeader.FormatVersion
            ? new JournalContent(new JournalHeader(records[0].Text("stack"), records[0].Text("base")), records[1..])
            : throw new StateException(
                StateErrorCode.UnsupportedVersion, $"The journal '{path}' has the version {version}; finish the interrupted operation with the version that began it.");
    }

    /// <summary>The file's content; its operation may still be running, and appending.</summary>
    private static async Task<byte[]> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
            await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        return content.ToArray();
    }

    private static List<JournalLine> WholeLines(ReadOnlyMemory<byte> content, string path)
    {
        var lines = new List<JournalLine>();
        int? damagedFlush = null;
        while (content.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = JournalLine.TryParse(content[..end]);
            content = content[(end + 1)..];
            if (line is null)
                damagedFlush ??= lines.Count == 0 ? 0 : lines[^1].Remaining == 0 ? lines[^1].Flush + 1 : lines[^1].Flush;
            else if (damagedFlush is null)
                lines.Add(line.Value);
            else if (line.Value.Flush > damagedFlush)
                throw new StateException(
                    StateErrorCode.JournalDamaged,
                    $"The journal '{path}' is damaged in its line {lines.Count + 1}, so what the interrupted operation did is not fully known. Move the file away and run 'refresh', which reads it from the cloud.");
        }

        return lines;
    }
}
