using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Reads and creates values of structs marked <see cref="EnumTypeAttribute"/>.</summary>
internal static class EnumStruct
{
    /// <summary>What gives the string or number that a struct of the type converts to.</summary>
    /// <exception cref="InvalidOperationException">It converts to neither.</exception>
    public static Func<object, object?> Reader(Type type)
    {
        var conversion = type
            .GetMethods(BindingFlags.Static | BindingFlags.Public)
            .FirstOrDefault(method => method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
            ?? throw new InvalidOperationException($"{type.FullName} is marked [EnumType] and has no explicit conversion to string or double.");
        return value => conversion.Invoke(null, [value]);
    }

    /// <summary>The type the struct is made from: string or double.</summary>
    /// <exception cref="InvalidOperationException">The struct has no such constructor.</exception>
    public static Type UnderlyingType(Type type) => Constructor(type).GetParameters()[0].ParameterType;

    /// <summary>The struct of a string or number.</summary>
    public static object Create(Type type, object? value) => Constructor(type).Invoke([value]);

    private static ConstructorInfo Constructor(Type type) =>
        type
            .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(constructor => constructor.GetParameters() is [{ ParameterType: var parameter }]
                && (parameter == typeof(string) || parameter == typeof(double)))
        ?? throw new InvalidOperationException($"{type.FullName} is marked [EnumType] and has no constructor from string or double.");
}
