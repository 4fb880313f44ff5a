namespace Pulumi;

/// <content>Tuples of two to eight values.</content>
public static partial class Output
{
    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Tuple(item1.ToOutput(), item2.ToOutput());

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        Zip(item1, item2, (first, second) => (first, second));

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Zip(Tuple(item1, item2), item3, (head, last) => (head.Item1, head.Item2, last));

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        Zip(Tuple(item1, item2, item3), item4, (head, last) => (head.Item1, head.Item2, head.Item3, last));

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5) =>
        Zip(Tuple(item1, item2, item3, item4), item5, (head, last) => (head.Item1, head.Item2, head.Item3, head.Item4, last));

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6) =>
        Zip(Tuple(item1, item2, item3, item4, item5), item6, (head, last) => (head.Item1, head.Item2, head.Item3, head.Item4, head.Item5, last));

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7) =>
        Zip(Tuple(item1, item2, item3, item4, item5, item6), item7, (head, last) => (head.Item1, head.Item2, head.Item3, head.Item4, head.Item5, head.Item6, last));

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    /// <summary>One output of the values of all: known when all are, secret when one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8) =>
        Zip(Tuple(item1, item2, item3, item4, item5, item6, item7), item8, (head, last) => (head.Item1, head.Item2, head.Item3, head.Item4, head.Item5, head.Item6, head.Item7, last));

    private static Output<TResult> Zip<T1, T2, TResult>(Output<T1> first, Output<T2> second, Func<T1, T2, TResult> combine)
    {
        return new(ZipAsync());

        async Task<OutputData<TResult>> ZipAsync()
        {
            var one = await first.Data.ConfigureAwait(false);
            var two = await second.Data.ConfigureAwait(false);
            return new(combine(one.Value, two.Value), one.Traits.Join(two.Traits));
        }
    }
}
