using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>What a program sent, as text that does not depend on the order in which inputs became known.</summary>
internal static class SentRequests
{
    /// <summary>Fields whose absence and whose default mean different things.</summary>
    private static readonly HashSet<string> Optional = ["protect", "retainondelete"];

    /// <summary>Fields that hold values of the program.</summary>
    private static readonly HashSet<string> Values = ["object", "properties", "outputs", "args", "replacementTrigger"];

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 4,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The requests, sorted, without fields that have their defaults.</summary>
    public static string Write(IEnumerable<JsonObject> requests) =>
        "[\n" + string.Join(",\n", requests.Select(Write).Order(StringComparer.Ordinal)) + "\n]\n";

    private static string Write(JsonObject request)
    {
        var method = request["method"]?.GetValue<string>() ?? "";
        var fields = request
            .Where(field => field.Key != "method" && (Optional.Contains(field.Key) || !IsDefault(field.Value)))
            .Select(field => KeyValuePair.Create(field.Key, Values.Contains(field.Key) ? Sorted(field.Value) : WithoutDefaults(field.Value)))
            .OrderBy(field => field.Key, StringComparer.Ordinal);
        return new JsonObject([KeyValuePair.Create<string, JsonNode?>("method", method), .. fields]).ToJsonString(Indented);
    }

    private static JsonNode? Sorted(JsonNode? value) => value switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => value?.DeepClone(),
    };

    private static JsonNode? WithoutDefaults(JsonNode? value) => value switch
    {
        JsonObject map => Sorted(new JsonObject(map
            .Where(member => !IsDefault(member.Value))
            .Select(member => KeyValuePair.Create(member.Key, WithoutDefaults(member.Value))))),
        JsonArray list => new JsonArray([.. list.Select(WithoutDefaults)]),
        _ => value?.DeepClone(),
    };

    private static bool IsDefault(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject map => map.All(member => IsDefault(member.Value)),
        JsonValue scalar => scalar.GetValueKind() == JsonValueKind.False || scalar.ToJsonString() is "\"\"" or "0",
        _ => false,
    };
}
