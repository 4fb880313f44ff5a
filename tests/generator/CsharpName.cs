using System.Reflection;

namespace Provisioning.Sdk.Generator.Tests;

/// <summary>Writes the type of a member the way the schema does: with keywords, nullability and short nested namespaces.</summary>
internal static class CsharpName
{
    public static string Of(PropertyInfo property) => Write(new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Write(new NullabilityInfoContext().Create(field));

    private static string Write(NullabilityInfo info)
    {
        var underlying = Nullable.GetUnderlyingType(info.Type);
        var isNullable = underlying is not null || (!info.Type.IsValueType && info.ReadState == NullabilityState.Nullable);
        return Name(underlying ?? info.Type, underlying is null ? info.GenericTypeArguments : []) + (isNullable ? "?" : "");
    }

    private static string Name(Type type, NullabilityInfo[] arguments)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericType)
        {
            return $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", arguments.Select(Write))}>";
        }

        return type.Namespace switch
        {
            "Pulumi" => type.Name,
            { } nested when nested.EndsWith(".Inputs", StringComparison.Ordinal) => $"Inputs.{type.Name}",
            { } nested when nested.EndsWith(".Outputs", StringComparison.Ordinal) => $"Outputs.{type.Name}",
            var other => $"{other}.{type.Name}",
        };
    }

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
        [typeof(object)] = "object",
    };
}
