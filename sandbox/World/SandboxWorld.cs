using System.Text.Json;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.World;

/// <summary>
/// Everything a sandbox remembers, as named tables of records. Each service asks for its tables by name and record type; asking twice
/// gives the same table.
/// </summary>
internal sealed class SandboxWorld : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, object> _tables = [];
    private readonly WorldJournal _journal;
    private readonly IReadOnlyDictionary<string, Dictionary<string, JsonElement>> _stored;

    private SandboxWorld(WorldJournal journal, IReadOnlyDictionary<string, Dictionary<string, JsonElement>> stored)
    {
        _journal = journal;
        _stored = stored;
    }

    /// <summary>Opens the world of a state directory; an empty one when it is new.</summary>
    public static SandboxWorld Open(StateDirectory directory)
    {
        var (journal, tables) = WorldJournal.Open(directory);
        return new SandboxWorld(journal, tables);
    }

    /// <summary>The table of a name.</summary>
    /// <typeparam name="T">The table's record; the same at every call with this name.</typeparam>
    public WorldTable<T> Table<T>(string name)
        where T : class
    {
        lock (_gate)
        {
            if (_tables.TryGetValue(name, out var existing))
                return (WorldTable<T>)existing;

            var table = new WorldTable<T>(name, _journal, _stored.GetValueOrDefault(name) ?? []);
            _tables.Add(name, table);
            return table;
        }
    }

    /// <summary>Everything that the tables asked for hold at this moment, by table and key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> Describe()
    {
        lock (_gate)
            return _tables.ToDictionary(table => table.Key, table => ((IWorldTable)table.Value).Describe());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _journal.DisposeAsync();
}
