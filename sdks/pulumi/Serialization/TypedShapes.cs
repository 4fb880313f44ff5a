using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Builds generic types of an element type that is known at run time only.</summary>
internal abstract class TypedShapes
{
    /// <summary>The builder for an element type.</summary>
    public static TypedShapes Of(Type element) =>
        Activator.CreateInstance(typeof(Shapes<>).MakeGenericType(element)) as TypedShapes
        ?? throw new InvalidOperationException($"No builder can be created for {element}.");

    /// <summary>An <see cref="ImmutableArray{T}"/>.</summary>
    public abstract object Array(IEnumerable<object?> items);

    /// <summary>An <see cref="ImmutableDictionary{TKey, TValue}"/> with string keys.</summary>
    public abstract object Dictionary(IEnumerable<KeyValuePair<string, object?>> members);

    /// <summary>An <see cref="Output{T}"/>.</summary>
    public abstract object Output(OutputData<object?> data);

    private sealed class Shapes<T> : TypedShapes
    {
        public override object Array(IEnumerable<object?> items) => items.Select(Cast).ToImmutableArray();

        public override object Dictionary(IEnumerable<KeyValuePair<string, object?>> members) =>
            members.ToImmutableDictionary(member => member.Key, member => Cast(member.Value));

        public override object Output(OutputData<object?> data) => new Output<T>(new OutputData<T>(Cast(data.Value), data.Traits));

        private static T? Cast(object? value) => value is T typed ? typed : default;
    }
}
