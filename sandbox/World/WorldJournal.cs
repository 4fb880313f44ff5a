using System.Text.Json;
using System.Threading.Channels;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.World;

/// <summary>
/// The world on disk: one JSON line for each change, in order. A killed process loses at most the last changes, and a line it did not
/// finish is not read. Opening rewrites the file with what still holds, through a temporary file and a rename.
/// </summary>
internal sealed class WorldJournal : IAsyncDisposable
{
    private readonly Channel<WorldChange> _changes = Channel.CreateUnbounded<WorldChange>(new() { SingleReader = true });
    private readonly FileStream _file;
    private readonly Task _writer;

    private WorldJournal(FileStream file)
    {
        _file = file;
        _writer = WriteAsync();
    }

    /// <summary>Opens the journal and gives what it holds: table, key and record.</summary>
    public static (WorldJournal Journal, IReadOnlyDictionary<string, Dictionary<string, JsonElement>> Tables) Open(
        StateDirectory directory)
    {
        var path = directory.PathOf("world.jsonl");
        var tables = new Dictionary<string, Dictionary<string, JsonElement>>();
        foreach (var change in Read(path))
        {
            if (!tables.TryGetValue(change.Table, out var table))
                tables.Add(change.Table, table = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase));
            if (change.Value is { } value)
                table[change.Key] = value;
            else
                table.Remove(change.Key);
        }

        directory.Write(path, Compact(tables));
        var file = StateDirectory.OpenPrivate(path, FileMode.Open);
        file.Seek(0, SeekOrigin.End);
        return (new WorldJournal(file), tables);
    }

    /// <summary>Queues a change. Changes reach the disk in the order of these calls, many at a time when they come quickly.</summary>
    public void Append(WorldChange change) => _changes.Writer.TryWrite(change);

    /// <summary>Writes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _changes.Writer.TryComplete();
        await _writer;
        await _file.DisposeAsync();
    }

    private static IEnumerable<WorldChange> Read(string path)
    {
        if (!File.Exists(path))
            yield break;

        foreach (var line in File.ReadLines(path))
        {
            WorldChange? change;
            try
            {
                change = JsonSerializer.Deserialize(line, SandboxJson.Compact.TypeInfo<WorldChange>());
            }
            catch (JsonException)
            {
                // Only the last line can be torn: lines are appended in order, and a kill ends the appending.
                yield break;
            }

            if (change is not null)
                yield return change;
        }
    }

    private static byte[] Compact(Dictionary<string, Dictionary<string, JsonElement>> tables)
    {
        using var content = new MemoryStream();
        foreach (var (table, records) in tables)
        {
            foreach (var (key, value) in records)
                WriteLine(content, new WorldChange(table, key, value));
        }

        return content.ToArray();
    }

    private static void WriteLine(Stream stream, WorldChange change)
    {
        JsonSerializer.Serialize(stream, change, SandboxJson.Compact.TypeInfo<WorldChange>());
        stream.WriteByte((byte)'\n');
    }

    private async Task WriteAsync()
    {
        using var batch = new MemoryStream();
        while (await _changes.Reader.WaitToReadAsync())
        {
            batch.SetLength(0);
            while (_changes.Reader.TryRead(out var change))
                WriteLine(batch, change);
            await _file.WriteAsync(batch.GetBuffer().AsMemory(0, (int)batch.Length));
            await _file.FlushAsync();
        }
    }
}
