using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A list of inputs. Its elements stay individual, so an element that is not known yet leaves the others known.
/// </summary>
/// <typeparam name="T">The type of an element.</typeparam>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    /// <summary>One for all lists that nothing was added to: every resource has several in its options.</summary>
    private static readonly Output<ImmutableList<Input<T>>> None = Output.Create(ImmutableList<Input<T>>.Empty);

    private Output<ImmutableList<Input<T>>> elements;

    /// <summary>Creates an empty list.</summary>
    public InputList()
        : this(None)
    {
    }

    private InputList(Output<ImmutableList<Input<T>>> elements)
        : base(null) => this.elements = elements;

    private protected override IOutput Content => elements;

    /// <summary>A plain value as a list of one.</summary>
    public static implicit operator InputList<T>(T value) => Of([value]);

    /// <summary>An output as a list of one.</summary>
    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    /// <summary>An input as a list of one.</summary>
    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    /// <summary>Plain values as a list.</summary>
    public static implicit operator InputList<T>(T[] values) => Of(values.Select(value => (Input<T>)value));

    /// <summary>Outputs as a list.</summary>
    public static implicit operator InputList<T>(Output<T>[] values) => Of(values.Select(value => (Input<T>)value));

    /// <summary>Inputs as a list.</summary>
    public static implicit operator InputList<T>(Input<T>[] values) => Of(values);

    /// <summary>Plain values as a list.</summary>
    public static implicit operator InputList<T>(List<T> values) => Of(values.Select(value => (Input<T>)value));

    /// <summary>Outputs as a list.</summary>
    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    /// <summary>Inputs as a list.</summary>
    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values);

    /// <summary>Plain values as a list.</summary>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(Output.Create(Elements(values)));

    /// <summary>Outputs as a list.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    /// <summary>Inputs as a list.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    /// <summary>A list that an output gives.</summary>
    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(Elements));

    /// <summary>A list that an output gives.</summary>
    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(Elements));

    /// <summary>A list that an output gives.</summary>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(Elements));

    /// <summary>A list that an output gives.</summary>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(Elements));

    /// <summary>Appends inputs.</summary>
    public void Add(params Input<T>[] inputs) => Change(elements.Apply(list => list.AddRange(inputs)));

    /// <summary>Appends the elements that another list has now.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Appends the elements that another list has now.</summary>
    public void AddRange(InputList<T> inputs) => Change(Concat(inputs).elements);

    /// <summary>A new list of the elements of this one, then those of another.</summary>
    public InputList<T> Concat(InputList<T> other) => new(
        elements == None ? other.elements
        : other.elements == None ? elements
        : Output.Tuple(elements, other.elements).Apply(lists => lists.Item1.AddRange(lists.Item2)));

    /// <summary>The elements; none while the list itself is not known.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        foreach (var element in await elements.GetValueAsync([]).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false))
            yield return element;
    }

    /// <summary>Not supported: the interface is there for collection initializers only.</summary>
    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"An {GetType().Name} may not be known yet. Enumerate it asynchronously, or use Apply.");

    private protected override Output<ImmutableArray<T>> Flatten() => elements.Apply(list => Output.All(list));

    private static InputList<T> Of(IEnumerable<Input<T>> inputs) => new(Output.Create(inputs.ToImmutableList()));

    private static ImmutableList<Input<T>> Elements(IEnumerable<T> values) => [.. values.Select(value => (Input<T>)value)];

    private static ImmutableList<Input<T>> Elements(ImmutableArray<T> values) => values.IsDefault ? [] : Elements(values.AsEnumerable());

    private void Change(Output<ImmutableList<Input<T>>> changed)
    {
        elements = changed;
        Invalidate();
    }
}
