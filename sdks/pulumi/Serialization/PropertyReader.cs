using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>Reads a value that the engine sent into a type of the program.</summary>
/// <remarks>One unknown or secret value anywhere inside makes the whole unknown or secret.</remarks>
internal sealed class PropertyReader
{
    private OutputTraits traits = OutputTraits.Plain;

    private PropertyReader()
    {
    }

    /// <summary>Reads a value.</summary>
    /// <param name="value">What the engine sent.</param>
    /// <param name="type">The type to read it into, one that <see cref="ReadableTypes"/> accepts.</param>
    /// <param name="path">Where the value is, for messages.</param>
    /// <exception cref="PropertyTypeException">The value does not fit the type.</exception>
    public static OutputData<object?> Read(PropertyValue value, Type type, string path)
    {
        var reader = new PropertyReader();
        var result = reader.ReadValue(value, type, path);
        return new(reader.traits.IsKnown ? result : Default(type), reader.traits);
    }

    private object? ReadValue(PropertyValue value, Type type, string path)
    {
        if (ReadableTypes.IsGeneric(type, typeof(Output<>), out var result))
            return TypedShapes.Of(result).Settled(Read(value, result, path));

        switch (value)
        {
            case PropertyValue.SecretValue secret:
                traits = traits with { IsSecret = true };
                return ReadValue(secret.Element, type, path);
            case PropertyValue.OutputValue output:
                traits = traits.Join(new([.. output.Dependencies.Select(urn => new DependencyResource(urn))], IsKnown: true, output.IsSecret));
                return ReadValue(output.Element ?? PropertyValue.Unknown, type, path);
            case PropertyValue.UnknownValue:
                traits = traits with { IsKnown = false };
                return Default(type);
            case PropertyValue.NullValue:
                return Default(type);
            default:
                return type == typeof(object) ? ReadObject(value, path)
                    : type == typeof(JsonElement) ? JsonElement.Parse(ReadJson(value, path)?.ToJsonString() ?? "null")
                    : type.IsGenericType ? ReadGeneric(value, type, path)
                    : ReadPlain(value, type, path);
        }
    }

    private object? ReadPlain(PropertyValue value, Type type, string path) => value switch
    {
        PropertyValue.BoolValue boolean when type == typeof(bool) => boolean.Value,
        PropertyValue.NumberValue number when type == typeof(double) => number.Value,
        PropertyValue.NumberValue number when type == typeof(int) => (int)number.Value,
        PropertyValue.NumberValue number when type.IsEnum => Enum.ToObject(type, (int)number.Value),
        PropertyValue.StringValue text when type == typeof(string) => text.Value,
        PropertyValue.StringValue or PropertyValue.NumberValue when type.IsDefined(typeof(EnumTypeAttribute)) =>
            EnumStruct.Create(type, ReadValue(value, EnumStruct.UnderlyingType(type), path)),
        PropertyValue.ObjectValue members when type.IsDefined(typeof(OutputTypeAttribute)) => ReadOutputType(members.Members, type, path),
        PropertyValue.ObjectValue members when type.IsDefined(typeof(DiscriminatedUnionDiscriminatorAttribute)) =>
            ReadDiscriminatedUnion(members.Members, type, path),
        PropertyValue.AssetValue asset when type.IsAssignableFrom(typeof(Asset)) => ReadAsset(asset),
        PropertyValue.ArchiveValue archive when type.IsAssignableFrom(typeof(Archive)) => ReadArchive(archive),
        PropertyValue.ResourceReference reference when type.IsAssignableTo(typeof(Resource)) =>
            ResourceReferences.Resolve(reference.Urn, type) ?? throw Mismatch(value, type, path),
        _ => throw Mismatch(value, type, path),
    };

    private object? ReadGeneric(PropertyValue value, Type type, string path)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return ReadValue(value, underlying, path);

        if (ReadableTypes.IsGeneric(type, typeof(ImmutableArray<>), out var element) && value is PropertyValue.ArrayValue array)
            return TypedShapes.Of(element).Array([.. array.Items.Select((item, index) => ReadValue(item, element, $"{path}[{index}]"))]);

        if (ReadableTypes.IsStringMap(type, out var member) && value is PropertyValue.ObjectValue map)
            return TypedShapes.Of(member).Dictionary(ReadMembers(map.Members, member, path));

        return type.GetGenericTypeDefinition() == typeof(Union<,>) ? ReadUnion(value, type, path) : throw Mismatch(value, type, path);
    }

    private object? ReadObject(PropertyValue value, string path) => value switch
    {
        PropertyValue.BoolValue boolean => boolean.Value,
        PropertyValue.NumberValue number => number.Value,
        PropertyValue.StringValue text => text.Value,
        PropertyValue.ArrayValue => ReadValue(value, typeof(ImmutableArray<object>), path),
        PropertyValue.ObjectValue => ReadValue(value, typeof(ImmutableDictionary<string, object>), path),
        PropertyValue.AssetValue asset => ReadAsset(asset),
        PropertyValue.ArchiveValue archive => ReadArchive(archive),
        PropertyValue.ResourceReference reference => new DependencyResource(reference.Urn),
        _ => throw new InvalidOperationException($"Unhandled property value {value.GetType()}."),
    };

    private JsonNode? ReadJson(PropertyValue value, string path)
    {
        return value switch
        {
            PropertyValue.ArrayValue array => new JsonArray([.. array.Items.Select((item, index) => ReadElement(item, $"{path}[{index}]"))]),
            PropertyValue.ObjectValue map => new JsonObject(map.Members
                .Where(member => !IsInternal(member.Key))
                .Select(member => KeyValuePair.Create(member.Key, ReadElement(member.Value, $"{path}.{member.Key}")))),
            PropertyValue.BoolValue boolean => boolean.Value,
            PropertyValue.NumberValue number => number.Value,
            PropertyValue.StringValue text => text.Value,
            PropertyValue.ResourceReference reference => (reference.Id as PropertyValue.StringValue)?.Value ?? reference.Urn,
            _ => throw Mismatch(value, typeof(JsonElement), path),
        };

        // A default element is no JSON: it stands for null and for what is unknown.
        JsonNode? ReadElement(PropertyValue element, string elementPath) =>
            ReadValue(element, typeof(JsonElement), elementPath) is JsonElement { ValueKind: not JsonValueKind.Undefined } json ? JsonNode.Parse(json.GetRawText()) : null;
    }

    private List<KeyValuePair<string, object?>> ReadMembers(PropertyMap members, Type type, string path) =>
        [.. members
            .Where(member => !IsInternal(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, ReadValue(member.Value, type, $"{path}.{member.Key}")))];

    private object ReadOutputType(PropertyMap members, Type type, string path)
    {
        var constructor = ReadableTypes.FindConstructor(type)
            ?? throw new InvalidOperationException($"{type.FullName} is marked [OutputType] and has no constructor to read it with.");
        var parameters = constructor.GetParameters()
            .Select(parameter => (Name: parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name ?? "", Type: parameter.ParameterType))
            .ToList();

        // What the type has no place for still tells whether the whole is known and secret.
        foreach (var (name, value) in members.ExceptBy(parameters.Select(parameter => parameter.Name), member => member.Key))
        {
            if (!IsInternal(name))
                ReadValue(value, typeof(object), $"{path}.{name}");
        }

        return constructor.Invoke([.. parameters.Select(parameter => ReadValue(members.GetOrNull(parameter.Name), parameter.Type, $"{path}.{parameter.Name}"))]);
    }

    private object? ReadDiscriminatedUnion(PropertyMap members, Type type, string path)
    {
        var property = type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>()?.PropertyName ?? "";
        var tag = ReadValue(members.GetOrNull(property), typeof(string), $"{path}.{property}") as string;
        var matching = type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>().FirstOrDefault(one => one.Tag == tag)
            ?? throw new PropertyTypeException($"{path}.{property}", $"'{tag}', which no case has", type);
        return ReadOutputType(members, matching.Type, path);
    }

    private object? ReadUnion(PropertyValue value, Type type, string path)
    {
        var cases = type.GenericTypeArguments;
        try
        {
            return Wrap("FromT0", ReadValue(value, cases[0], path));
        }
        catch (PropertyTypeException)
        {
            return Wrap("FromT1", ReadValue(value, cases[1], path));
        }

        object? Wrap(string factory, object? content) => type.GetMethod(factory)?.Invoke(null, [content]);
    }

    private static Asset ReadAsset(PropertyValue.AssetValue asset) => asset switch
    {
        { Text: { } text } => new StringAsset(text),
        { Path: { } path } => new FileAsset(path),
        { Uri: { } uri } => new RemoteAsset(uri),
        _ => new InvalidAsset(),
    };

    private static Archive ReadArchive(PropertyValue.ArchiveValue archive) => archive switch
    {
        { Assets: { } assets } => new AssetArchive(assets.ToDictionary(
            member => member.Key,
            AssetOrArchive (member) => member.Value switch
            {
                PropertyValue.AssetValue asset => ReadAsset(asset),
                PropertyValue.ArchiveValue nested => ReadArchive(nested),
                _ => throw Mismatch(member.Value, typeof(AssetOrArchive), member.Key),
            })),
        { Path: { } path } => new FileArchive(path),
        { Uri: { } uri } => new RemoteArchive(uri),
        _ => new InvalidArchive(),
    };

    /// <summary>Members that engine and providers keep for themselves.</summary>
    private static bool IsInternal(string key) => key.StartsWith("__", StringComparison.Ordinal);

    private static object? Default(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;

    private static PropertyTypeException Mismatch(PropertyValue value, Type type, string path) => new(path, value switch
    {
        PropertyValue.BoolValue => "a boolean",
        PropertyValue.NumberValue => "a number",
        PropertyValue.StringValue => "a string",
        PropertyValue.ArrayValue => "a list",
        PropertyValue.ObjectValue => "an object",
        PropertyValue.AssetValue => "an asset",
        PropertyValue.ArchiveValue => "an archive",
        PropertyValue.ResourceReference => "a resource",
        _ => "a value of an unexpected kind",
    }, type);
}
