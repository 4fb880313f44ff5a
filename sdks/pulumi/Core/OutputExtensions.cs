using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads parts of outputs of lists and unions.</summary>
public static class OutputExtensions
{
    /// <summary>The element at an index, counted from 0.</summary>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index) =>
        Output.Tuple(array, index.ToOutput()).Apply(both => both.Item1[both.Item2]);

    /// <summary>The first element.</summary>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.Apply(elements => elements[0]);

    /// <summary>The number of elements.</summary>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(elements => elements.Length);

    /// <summary>Whether the value is of the first type.</summary>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> union) => union.Apply(value => value.IsT0);

    /// <summary>Whether the value is of the second type.</summary>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> union) => union.Apply(value => value.IsT1);

    /// <summary>The value as the first type; fails when it is of the second.</summary>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> union) => union.Apply(value => value.AsT0);

    /// <summary>The value as the second type; fails when it is of the first.</summary>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> union) => union.Apply(value => value.AsT1);

    /// <summary>The value, whichever type it is of.</summary>
    public static Output<object?> Value<T0, T1>(this Output<Union<T0, T1>> union) => union.Apply(value => value.Value);
}
