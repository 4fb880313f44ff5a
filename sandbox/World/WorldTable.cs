using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.World;

/// <summary>
/// A set of immutable records by key. Keys are compared without case, as Azure compares ids. Safe for concurrent use; every change is
/// journaled in the order in which it happened.
/// </summary>
/// <typeparam name="T">The record; one that <see cref="SandboxJsonContext"/> knows.</typeparam>
internal sealed class WorldTable<T> : IWorldTable
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, T> _records = new(StringComparer.OrdinalIgnoreCase);
    private readonly JsonTypeInfo<T> _form = SandboxJson.Compact.TypeInfo<T>();
    private readonly string _name;
    private readonly WorldJournal _journal;

    internal WorldTable(string name, WorldJournal journal, IEnumerable<KeyValuePair<string, JsonElement>> records)
    {
        _name = name;
        _journal = journal;
        foreach (var (key, value) in records)
        {
            _records[key] = value.Deserialize(_form)
                ?? throw new InvalidDataException($"Table '{name}' of the sandbox's world holds nothing under '{key}'.");
        }
    }

    /// <summary>How many records there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _records.Count;
        }
    }

    /// <summary>The records at this moment, in no particular order.</summary>
    public IReadOnlyList<T> All()
    {
        lock (_gate)
            return [.. _records.Values];
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, JsonElement> Describe()
    {
        lock (_gate)
            return _records.ToDictionary(record => record.Key, record => JsonSerializer.SerializeToElement(record.Value, _form));
    }

    /// <summary>The records at this moment that satisfy a condition.</summary>
    public IReadOnlyList<T> Where(Func<T, bool> condition) => [.. All().Where(condition)];

    /// <summary>The record under a key, or null.</summary>
    public T? Find(string key)
    {
        lock (_gate)
            return _records.GetValueOrDefault(key);
    }

    /// <summary>Gives the record under a key.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out T? record)
    {
        record = Find(key);
        return record is not null;
    }

    /// <summary>Stores a record, whether or not the key is taken.</summary>
    public void Put(string key, T record)
    {
        lock (_gate)
        {
            _records[key] = record;
            Journal(key, record);
        }
    }

    /// <summary>Stores a record unless the key is taken.</summary>
    public bool TryAdd(string key, T record)
    {
        lock (_gate)
        {
            if (!_records.TryAdd(key, record))
                return false;
            Journal(key, record);
            return true;
        }
    }

    /// <summary>Replaces a record by what a function makes of it. The function runs under the table's lock and must be quick.</summary>
    /// <returns>The new record, or null when the key is not there.</returns>
    public T? Update(string key, Func<T, T> change)
    {
        lock (_gate)
        {
            if (!_records.TryGetValue(key, out var record))
                return null;
            var changed = change(record);
            _records[key] = changed;
            Journal(key, changed);
            return changed;
        }
    }

    /// <summary>Removes a record.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string key)
    {
        lock (_gate)
        {
            if (!_records.Remove(key))
                return false;
            _journal.Append(new WorldChange(_name, key, null));
            return true;
        }
    }

    private void Journal(string key, T record) =>
        _journal.Append(new WorldChange(_name, key, JsonSerializer.SerializeToElement(record, _form)));
}
