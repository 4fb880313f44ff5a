using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value of one of two types. The default is the first type's default.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    [AllowNull]
    private readonly T0 first;

    [AllowNull]
    private readonly T1 second;

    private Union(bool isSecond, [AllowNull] T0 first, [AllowNull] T1 second)
    {
        IsT1 = isSecond;
        this.first = first;
        this.second = second;
    }

    /// <summary>Whether the value is of the first type.</summary>
    public bool IsT0 => !IsT1;

    /// <summary>Whether the value is of the second type.</summary>
    public bool IsT1 { get; }

    /// <summary>The value as the first type; throws <see cref="InvalidOperationException"/> when it is of the second.</summary>
    public T0 AsT0 => IsT0 ? first : throw Wrong<T0>();

    /// <summary>The value as the second type; throws <see cref="InvalidOperationException"/> when it is of the first.</summary>
    public T1 AsT1 => IsT1 ? second : throw Wrong<T1>();

    /// <summary>The value, whichever type it is of.</summary>
    public object? Value => IsT0 ? first : second;

    /// <summary>A value of the first type.</summary>
    public static implicit operator Union<T0, T1>(T0 value) => FromT0(value);

    /// <summary>A value of the second type.</summary>
    public static implicit operator Union<T0, T1>(T1 value) => FromT1(value);

    /// <summary>Whether both have the same type and equal values.</summary>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Whether types or values differ.</summary>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    /// <summary>A value of the first type.</summary>
    public static Union<T0, T1> FromT0(T0 value) => new(isSecond: false, value, default);

    /// <summary>A value of the second type.</summary>
    public static Union<T0, T1> FromT1(T1 value) => new(isSecond: true, default, value);

    /// <summary>Computes a result by the function for the type that the value is of.</summary>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT0 ? f0(first) : f1(second);

    /// <summary>Runs the action for the type that the value is of.</summary>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (IsT0)
            f0(first);
        else
            f1(second);
    }

    /// <summary>Maps a value of the first type, and keeps one of the second.</summary>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) =>
        IsT0 ? Union<TResult, T1>.FromT0(mapFunc(first)) : Union<TResult, T1>.FromT1(second);

    /// <summary>Maps a value of the second type, and keeps one of the first.</summary>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) =>
        IsT0 ? Union<T0, TResult>.FromT0(first) : Union<T0, TResult>.FromT1(mapFunc(second));

    /// <summary>Maps a value of either type.</summary>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1) =>
        IsT0 ? Union<TResult0, TResult1>.FromT0(mapFunc0(first)) : Union<TResult0, TResult1>.FromT1(mapFunc1(second));

    /// <summary>Gives the value if it is of the first type, and the other value if not.</summary>
    public bool TryPickT0([MaybeNull] out T0 value, [MaybeNull] out T1 remainder)
    {
        value = first;
        remainder = second;
        return IsT0;
    }

    /// <summary>Gives the value if it is of the second type, and the other value if not.</summary>
    public bool TryPickT1([MaybeNull] out T1 value, [MaybeNull] out T0 remainder)
    {
        value = second;
        remainder = first;
        return IsT1;
    }

    /// <inheritdoc/>
    public bool Equals(Union<T0, T1> other) => IsT0 == other.IsT0 && Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsT0, Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";

    private InvalidOperationException Wrong<T>() =>
        new($"The union holds a {(IsT0 ? typeof(T0) : typeof(T1))}, not a {typeof(T)}.");
}
