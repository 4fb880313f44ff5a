using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map of inputs by string. Its values stay individual, so a value that is not known yet leaves the others known.
/// </summary>
/// <remarks>Adding a key twice with different inputs makes the map fail with <see cref="ArgumentException"/> when it is used.</remarks>
/// <typeparam name="V">The type of a value.</typeparam>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private Output<ImmutableDictionary<string, Input<V>>> entries;

    /// <summary>Creates an empty map.</summary>
    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<V>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<V>>> entries)
        : base(null) => this.entries = entries;

    private protected override IOutput Content => entries;

    /// <summary>Adds an entry; the same as <see cref="Add(string, Input{V})"/>.</summary>
    public Input<V> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Plain values as a map.</summary>
    public static implicit operator InputMap<V>(Dictionary<string, V> values) => new(Output.Create(Entries(values)));

    /// <summary>Plain values as a map.</summary>
    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => new(Output.Create(Entries(values)));

    /// <summary>A map that an output gives.</summary>
    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => new(values.Apply(Entries));

    /// <summary>A map that an output gives.</summary>
    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => new(values.Apply(Entries));

    /// <summary>A map that an output gives.</summary>
    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => new(values.Apply(Entries));

    /// <summary>A new map of the entries of two; those of the second win.</summary>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second) =>
        new(Output.Tuple(first.entries, second.entries).Apply(maps => maps.Item1.SetItems(maps.Item2)));

    /// <summary>Adds an entry.</summary>
    public void Add(string key, Input<V> value) => Change(entries.Apply(map => map.Add(key, value)));

    /// <summary>Adds the entries that another map has now.</summary>
    public void Add(InputMap<V> values) => AddRange(values);

    /// <summary>Adds the entries that another map has now.</summary>
    public void AddRange(InputMap<V> values) =>
        Change(Output.Tuple(entries, values.entries).Apply(maps => maps.Item1.AddRange(maps.Item2)));

    /// <summary>The entries in no particular order; none while the map itself is not known.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var known = await entries.GetValueAsync(ImmutableDictionary<string, Input<V>>.Empty).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (key, input) in known)
            yield return input.Apply(value => KeyValuePair.Create(key, value));
    }

    /// <summary>Not supported: the interface is there for collection initializers only.</summary>
    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"An {GetType().Name} may not be known yet. Enumerate it asynchronously, or use Apply.");

    private protected override Output<ImmutableDictionary<string, V>> Flatten() =>
        entries.Apply(map => Output
            .All(map.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
            .Apply(values => values.ToImmutableDictionary()));

    private static ImmutableDictionary<string, Input<V>> Entries(IEnumerable<KeyValuePair<string, V>> values) =>
        values.ToImmutableDictionary(entry => entry.Key, entry => (Input<V>)entry.Value);

    private void Change(Output<ImmutableDictionary<string, Input<V>>> changed)
    {
        entries = changed;
        Invalidate();
    }
}
