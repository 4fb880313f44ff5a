using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Provisioning.Sandbox.Tests.Hosting;

/// <summary>Makes texts that a type can be read from.</summary>
internal static class JsonSamples
{
    /// <summary>One text, or one for each derived type.</summary>
    /// <param name="form">The type, as reflection sees it.</param>
    /// <param name="whole">With every member, or else with those alone that must be there.</param>
    public static IEnumerable<JsonNode> Of(JsonTypeInfo form, bool whole)
    {
        if (form.PolymorphismOptions is not { } derivations)
            return [Single(form, whole)];
        return derivations.DerivedTypes.Select(derived =>
        {
            var sample = (JsonObject)Single(form.Options.GetTypeInfo(derived.DerivedType), whole);
            sample.Insert(0, derivations.TypeDiscriminatorPropertyName, derived.TypeDiscriminator?.ToString());
            return sample;
        });
    }

    private static JsonNode Single(JsonTypeInfo form, bool whole) => form.Kind switch
    {
        JsonTypeInfoKind.Object => Members(form, whole),
        JsonTypeInfoKind.Enumerable => new JsonArray(First(form.Options.GetTypeInfo(form.ElementType ?? typeof(object)), whole)),
        JsonTypeInfoKind.Dictionary => new JsonObject { ["some Key"] = First(form.Options.GetTypeInfo(form.ElementType ?? typeof(object)), whole) },
        _ => Value(Nullable.GetUnderlyingType(form.Type) ?? form.Type),
    };

    private static JsonNode First(JsonTypeInfo form, bool whole) => Of(form, whole).First();

    private static JsonObject Members(JsonTypeInfo form, bool whole) => new(form.Properties
        .Where(member => member.IsRequired
            || member.AssociatedParameter is { HasDefaultValue: false }
            || (whole && (member.Set is not null || member.AssociatedParameter is not null)))
        .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, First(form.Options.GetTypeInfo(member.PropertyType), whole))));

    private static JsonNode Value(Type type) =>
        type == typeof(string) ? "Größe <1>"
        : type == typeof(bool) ? true
        : type == typeof(Guid) ? "6f9619ff-8b86-d011-b42d-00c04fc964ff"
        : type == typeof(Uri) ? "https://localhost:1/"
        : type == typeof(DateTimeOffset) ? "2026-03-01T12:00:00.5+00:00"
        : type == typeof(TimeSpan) ? "00:00:07"
        : type == typeof(byte[]) ? "AAE="
        : type.IsEnum ? JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[^1])
        : type.IsPrimitive ? 7
        : type == typeof(JsonArray) ? new JsonArray("é", 1.50)
        : type == typeof(JsonElement) || type.IsAssignableTo(typeof(JsonNode)) ? new JsonObject { ["some Key"] = new JsonArray("é", true) }
        : throw new InvalidOperationException($"There is no sample of {type}.");
}
