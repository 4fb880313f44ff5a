using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Provisioning.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>Turns one argument of a program into the value that is sent, and collects the resources it comes from.</summary>
/// <param name="keepOutputValues">Whether outputs keep their dependencies inside the value: for remote components and methods.</param>
/// <param name="dependOnReferences">Whether a resource inside the value counts as a dependency of it.</param>
internal sealed class Serializer(bool keepOutputValues = false, bool dependOnReferences = true)
{
    /// <summary>How values of a type are sent; looked for once, because that is slow.</summary>
    private static readonly ConcurrentDictionary<Type, Func<object, object?>?> PlainForms = new();

    /// <summary>The resources that the value comes from.</summary>
    public HashSet<Resource> Dependencies { get; } = [];

    /// <summary>JSON text of an argument as an output; unknown or secret when anything inside is.</summary>
    public static Output<string> ToJson(object value, string path)
    {
        return new(WriteAsync());

        async Task<OutputData<string>> WriteAsync()
        {
            var serializer = new Serializer();
            var property = await serializer.SerializeAsync(path, value).ConfigureAwait(false);
            var json = PropertyReader.Read(property, typeof(JsonElement), path);
            return new(
                json is { IsKnown: true, Value: JsonElement element } ? element.GetRawText() : null,
                json.Traits with { Resources = [.. serializer.Dependencies] });
        }
    }

    /// <summary>Turns a value into what is sent, once all outputs inside are settled.</summary>
    /// <param name="path">Where the value is, for messages.</param>
    /// <param name="value">The value: one of the types that Pulumi knows, or inputs, outputs and collections of them.</param>
    /// <exception cref="InvalidOperationException">A value inside is of a type that cannot be sent.</exception>
    public async ValueTask<PropertyValue> SerializeAsync(ArgumentPath path, object? value)
    {
        switch (value)
        {
            case null or ValueTuple:
                return PropertyValue.Null;
            case bool boolean:
                return boolean;
            case int or double:
                return Convert.ToDouble(value, CultureInfo.InvariantCulture);
            case string text:
                return text;
            case AssetOrArchive asset:
                return asset.ToPropertyValue();
            case JsonElement json:
                return FromJson(json);
            case IOutput output:
                return await SerializeOutputAsync(path, output).ConfigureAwait(false);
            case IInput input:
                return await SerializeOutputAsync(path, input.Content).ConfigureAwait(false);
            case IUnion union:
                return await SerializeAsync(path, union.Value).ConfigureAwait(false);
            case InputArgs args:
                return new PropertyValue.ObjectValue(await SerializeMembersAsync(path, args.ToDictionary()).ConfigureAwait(false));
            case Resource resource:
                return await SerializeResourceAsync(path, resource).ConfigureAwait(false);
            case IDictionary dictionary:
                return new PropertyValue.ObjectValue(await SerializeMembersAsync(path, Members(path, dictionary)).ConfigureAwait(false));
            case IList list:
                return await SerializeListAsync(path, list).ConfigureAwait(false);
            case Task:
                throw new InvalidOperationException($"{path} is a Task, which cannot be sent. Wrap it with Output.Create.");
            default:
                return await SerializeTypedAsync(path, value).ConfigureAwait(false);
        }
    }

    private async ValueTask<PropertyValue> SerializeOutputAsync(ArgumentPath path, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        if (!data.Traits.Resources.IsEmpty)
            Dependencies.UnionWith(data.Traits.Resources);

        var element = data.IsKnown ? await SerializeAsync(path, data.Value).ConfigureAwait(false) : PropertyValue.Unknown;
        if (keepOutputValues)
        {
            var urns = await DependencyUrns.OfAsync(data.Traits.Resources).ConfigureAwait(false);
            if (!data.IsKnown || data.IsSecret || !urns.IsEmpty)
                return new PropertyValue.OutputValue(data.IsKnown ? element : null, data.IsSecret, urns);
        }

        // As in the official SDK, what is unknown and secret is sent as unknown; it is secret again when it is known.
        return data is { IsKnown: true, IsSecret: true } ? new PropertyValue.SecretValue(element) : element;
    }

    private async ValueTask<PropertyValue> SerializeResourceAsync(ArgumentPath path, Resource resource)
    {
        if (dependOnReferences)
            Dependencies.Add(resource);

        var urn = await resource.Urn.GetValueAsync("").ConfigureAwait(false);
        if (resource is not CustomResource custom)
            return new PropertyValue.ResourceReference(urn, Id: null, PackageVersion: "");

        var id = await custom.Id.Data.ConfigureAwait(false);
        return new PropertyValue.ResourceReference(
            urn,
            id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : PropertyValue.Unknown,
            PackageVersion: "");
    }

    /// <summary>Members that are null are not sent.</summary>
    private async ValueTask<PropertyMap> SerializeMembersAsync(ArgumentPath path, IEnumerable<KeyValuePair<string, object?>> members)
    {
        var serialized = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (key, member) in members)
        {
            var value = await SerializeAsync(path.Member(key), member).ConfigureAwait(false);
            if (value is not PropertyValue.NullValue)
                serialized.Add(KeyValuePair.Create(key, value));
        }

        return PropertyMap.Create(serialized);
    }

    private async ValueTask<PropertyValue> SerializeListAsync(ArgumentPath path, IList list)
    {
        if (IsDefaultImmutableArray(list))
            return new PropertyValue.ArrayValue([]);

        var items = ImmutableArray.CreateBuilder<PropertyValue>(list.Count);
        foreach (var item in list)
            items.Add(await SerializeAsync(path.Item(items.Count), item).ConfigureAwait(false));
        return new PropertyValue.ArrayValue(items.MoveToImmutable());
    }

    private async ValueTask<PropertyValue> SerializeTypedAsync(ArgumentPath path, object value)
    {
        var plain = PlainForms.GetOrAdd(value.GetType(), FindPlainForm)
            ?? throw new InvalidOperationException($"{path} is a {value.GetType().FullName}, which is not a supported argument type. Convert it to a string, number, list or map.");
        return await SerializeAsync(path, plain(value)).ConfigureAwait(false);
    }

    /// <summary>What makes a string, number or map of the values of a type that is marked for it; null when it is not.</summary>
    private static Func<object, object?>? FindPlainForm(Type type)
    {
        if (type.IsEnum && Enum.GetUnderlyingType(type) == typeof(int))
            return static value => Convert.ToDouble(value, CultureInfo.InvariantCulture);

        if (type.IsDefined(typeof(EnumTypeAttribute)))
            return EnumStruct.Reader(type);

        if (!type.IsDefined(typeof(OutputTypeAttribute)))
            return null;

        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public);
        return value => fields.ToDictionary(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name), field => field.GetValue(value));
    }

    private static IEnumerable<KeyValuePair<string, object?>> Members(ArgumentPath path, IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return entry.Key is string key
                ? KeyValuePair.Create(key, entry.Value)
                : throw new InvalidOperationException($"{path} is a dictionary with a key of type {entry.Key.GetType().FullName}. Use string keys.");
        }
    }

    private static PropertyValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => PropertyValue.Null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString() ?? "",
        JsonValueKind.Array => new PropertyValue.ArrayValue([.. json.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => new PropertyValue.ObjectValue(PropertyMap.Create(json.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => KeyValuePair.Create(member.Name, FromJson(member.Value))))),
        _ => throw new InvalidOperationException($"Unhandled JSON value {json.ValueKind}."),
    };

    private static bool IsDefaultImmutableArray(IList list)
    {
        var type = list.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && type.GetProperty(nameof(ImmutableArray<object>.IsDefault))?.GetValue(list) is true;
    }
}
