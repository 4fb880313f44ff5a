using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>The types that a value of the engine can be read into.</summary>
internal static class ReadableTypes
{
    private static readonly ImmutableHashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive),
    ];

    /// <summary>Fails unless a type, and all types inside of it, can be read.</summary>
    /// <exception cref="InvalidOperationException">A type cannot be read; the message says where it is.</exception>
    public static void Require(Type type, string path) => Require(type, path, []);

    /// <summary>The constructor that an <see cref="OutputTypeAttribute"/> class is read with, or null when it has none.</summary>
    public static ConstructorInfo? FindConstructor(Type type)
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return type.GetConstructors(any).FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
            ?? (type.GetConstructors() is [var single] ? single : null);
    }

    /// <summary>Whether a type is made from a generic type of one parameter, and of which argument.</summary>
    public static bool IsGeneric(Type type, Type definition, [NotNullWhen(true)] out Type? argument)
    {
        argument = type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GenericTypeArguments[^1] : null;
        return argument is not null;
    }

    /// <summary>Whether a type is a map with string keys, and of which values.</summary>
    public static bool IsStringMap(Type type, [NotNullWhen(true)] out Type? value) =>
        IsGeneric(type, typeof(ImmutableDictionary<,>), out value) && type.GenericTypeArguments[0] == typeof(string);

    private static void Require(Type type, string path, HashSet<Type> seen)
    {
        if (!seen.Add(type) || Plain.Contains(type) || type.IsAssignableTo(typeof(Resource)))
            return;

        if (type.IsEnum && Enum.GetUnderlyingType(type) == typeof(int))
            return;

        if (type.IsDefined(typeof(EnumTypeAttribute)))
        {
            EnumStruct.UnderlyingType(type);
            return;
        }

        if (type.IsDefined(typeof(DiscriminatedUnionDiscriminatorAttribute)))
        {
            foreach (var one in type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>())
                Require(one.Type, path, seen);
            return;
        }

        if (type.IsDefined(typeof(OutputTypeAttribute)))
        {
            foreach (var parameter in FindConstructor(type)?.GetParameters() ?? throw Unreadable(type, path, "it has no [OutputConstructor]"))
                Require(parameter.ParameterType, $"{path}.{parameter.Name}", seen);
            return;
        }

        foreach (var argument in Arguments(type) ?? throw Unreadable(type, path, "no such type can be read"))
            Require(argument, path, seen);
    }

    private static Type[]? Arguments(Type type)
    {
        if (!type.IsGenericType)
            return null;

        if (IsStringMap(type, out var value))
            return [value];

        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Nullable<>) || definition == typeof(Output<>) || definition == typeof(ImmutableArray<>) || definition == typeof(Union<,>)
            ? type.GenericTypeArguments
            : null;
    }

    private static InvalidOperationException Unreadable(Type type, string path, string why) =>
        new($"{path} is of type {type}: {why}. Use bool, int, double, string, object, assets, JsonElement, resources, enums, "
            + "ImmutableArray, ImmutableDictionary with string keys, Union, Nullable, Output, or a class marked [OutputType].");
}
