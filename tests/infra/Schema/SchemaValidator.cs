using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Provisioning.Infra.Tests.Schema;

/// <summary>The part of JSON Schema draft 2020-12 that the schema of stack documents uses. Annotations are ignored; unknown keywords fail.</summary>
internal static class SchemaValidator
{
    /// <summary>Whether a value fits a schema.</summary>
    public static bool IsValid(JsonNode? value, JsonNode? schema) => schema switch
    {
        JsonValue flag => flag.GetValue<bool>(),
        JsonObject rules => rules.All(rule => Holds(rule.Key, rule.Value, value, rules)),
        _ => throw new InvalidOperationException($"'{schema}' is no schema."),
    };

    private static bool Holds(string keyword, JsonNode? rule, JsonNode? value, JsonObject schema) => keyword switch
    {
        "$schema" or "title" or "description" or "default" or "format" or "then" or "else" => true,
        "type" => rule is JsonArray types ? types.Any(type => IsOf(value, type!.GetValue<string>())) : IsOf(value, rule!.GetValue<string>()),
        "enum" => rule!.AsArray().Any(word => JsonNode.DeepEquals(word, value)),
        "const" => JsonNode.DeepEquals(rule, value),
        "pattern" => TextOf(value) is not { } text || Regex.IsMatch(text, rule!.GetValue<string>(), RegexOptions.ECMAScript),
        "minLength" => TextOf(value) is not { } text || text.Length >= rule!.GetValue<int>(),
        "maxLength" => TextOf(value) is not { } text || text.Length <= rule!.GetValue<int>(),
        "minimum" => !IsOf(value, "integer") || value!.GetValue<long>() >= rule!.GetValue<long>(),
        "maximum" => !IsOf(value, "integer") || value!.GetValue<long>() <= rule!.GetValue<long>(),
        "properties" => value is not JsonObject map || map.All(pair => rule![pair.Key] is not { } inner || IsValid(pair.Value, inner)),
        "additionalProperties" => value is not JsonObject map
            || map.All(pair => schema["properties"]?[pair.Key] is not null || IsValid(pair.Value, rule)),
        "propertyNames" => value is not JsonObject map || map.All(pair => IsValid(pair.Key, rule)),
        "required" => value is not JsonObject map || rule!.AsArray().All(key => map.ContainsKey(key!.GetValue<string>())),
        "items" => value is not JsonArray list || list.All(item => IsValid(item, rule)),
        "minItems" => value is not JsonArray list || list.Count >= rule!.GetValue<int>(),
        "uniqueItems" => value is not JsonArray list || list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count,
        "anyOf" => rule!.AsArray().Any(inner => IsValid(value, inner)),
        "allOf" => rule!.AsArray().All(inner => IsValid(value, inner)),
        "oneOf" => rule!.AsArray().Count(inner => IsValid(value, inner)) == 1,
        "if" => (IsValid(value, rule) ? schema["then"] : schema["else"]) is not { } branch || IsValid(value, branch),
        _ => throw new InvalidOperationException($"The validator does not know '{keyword}'."),
    };

    private static bool IsOf(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value is JsonValue number && number.TryGetValue<long>(out _),
        _ => throw new InvalidOperationException($"The validator does not know the type '{type}'."),
    };

    private static string? TextOf(JsonNode? value) => IsOf(value, "string") ? value!.GetValue<string>() : null;
}
