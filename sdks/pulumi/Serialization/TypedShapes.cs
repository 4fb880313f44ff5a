using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Builds generic types of an element type that is known at run time only.</summary>
internal abstract class TypedShapes
{
    /// <summary>
    /// The value types of outputs are named here: code over each of them differs, and a natively compiled program has only what is named.
    /// What is no value type shares the code of <see cref="object"/>.
    /// </summary>
    private static readonly ConcurrentDictionary<Type, TypedShapes> ByElement = new(new Dictionary<Type, TypedShapes>
    {
        [typeof(object)] = new Shapes<object>(),
        [typeof(bool)] = new Shapes<bool>(),
        [typeof(bool?)] = new Shapes<bool?>(),
        [typeof(int)] = new Shapes<int>(),
        [typeof(int?)] = new Shapes<int?>(),
        [typeof(double)] = new Shapes<double>(),
        [typeof(double?)] = new Shapes<double?>(),
        [typeof(JsonElement)] = new Shapes<JsonElement>(),
        [typeof(ImmutableArray<object>)] = new Shapes<ImmutableArray<object>>(),
        [typeof(ImmutableArray<bool>)] = new Shapes<ImmutableArray<bool>>(),
        [typeof(ImmutableArray<int>)] = new Shapes<ImmutableArray<int>>(),
        [typeof(ImmutableArray<double>)] = new Shapes<ImmutableArray<double>>(),
    });

    /// <summary>The builder for an element type.</summary>
    public static TypedShapes Of(Type element) => ByElement.GetOrAdd(element, Create);

    /// <summary>An <see cref="ImmutableArray{T}"/>.</summary>
    public abstract object Array(IEnumerable<object?> items);

    /// <summary>An <see cref="ImmutableDictionary{TKey, TValue}"/> with string keys.</summary>
    public abstract object Dictionary(IEnumerable<KeyValuePair<string, object?>> members);

    /// <summary>An <see cref="Output{T}"/> that is settled.</summary>
    public abstract object Settled(OutputData<object?> data);

    private static TypedShapes Create(Type element) =>
        Activator.CreateInstance(typeof(Shapes<>).MakeGenericType(element)) as TypedShapes
        ?? throw new InvalidOperationException($"No builder can be created for {element}.");

    private sealed class Shapes<T> : TypedShapes
    {
        public override object Array(IEnumerable<object?> items) => items.Select(Cast).ToImmutableArray();

        public override object Dictionary(IEnumerable<KeyValuePair<string, object?>> members) =>
            members.ToImmutableDictionary(member => member.Key, member => Cast(member.Value));

        public override object Settled(OutputData<object?> data) => new Output<T>(new OutputData<T>(Cast(data.Value), data.Traits));

        private static T? Cast(object? value) => value is T typed ? typed : default;
    }
}
