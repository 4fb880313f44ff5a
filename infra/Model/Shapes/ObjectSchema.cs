using System.Text.Json.Nodes;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>Writes mappings with known keys as JSON Schema.</summary>
internal static class ObjectSchema
{
    /// <summary>The schema of a shape.</summary>
    /// <param name="shape">The shape.</param>
    public static JsonObject Of(ObjectShape shape)
    {
        var properties = new JsonObject();
        foreach (Field field in shape.Fields)
            properties[field.Key] = OfField(field);
        Field[] required = [.. shape.Fields.Where(field => field.Required)];
        bool optional = required.Length == 0 && shape.Groups.IsEmpty;
        var schema = new JsonObject
        {
            ["type"] = optional ? new JsonArray("object", "null") : "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        string[] always = [.. required.Where(field => !field.OfCreated).Select(field => field.Key)];
        if (always.Length > 0)
            schema["required"] = Words(always);
        if (shape.Fields.Any(field => field.OfCreated))
            AddExisting(schema, shape, required);
        if (!shape.Groups.IsEmpty)
            schema["allOf"] = new JsonArray([.. shape.Groups.Select(group => (JsonNode)OfGroup(group))]);
        return schema;
    }

    private static JsonObject OfField(Field field)
    {
        JsonObject schema = field.Shape.ToJsonSchema();
        schema["description"] = field.Meaning;
        if (field.Default.Length > 0)
            schema["default"] = field.Shape is FlagShape or IntegerShape ? JsonNode.Parse(field.Default) : field.Default;
        return schema;
    }

    private static void AddExisting(JsonObject schema, ObjectShape shape, Field[] required)
    {
        var refused = new JsonObject();
        foreach (Field field in shape.Fields.Where(field => field.OfCreated && !shape.Markers.Contains(field.Key)))
            refused[field.Key] = false;
        schema["if"] = new JsonObject
        {
            ["anyOf"] = new JsonArray([.. shape.Markers.Select(marker => (JsonNode)new JsonObject { ["required"] = Words([marker]) })]),
        };
        schema["then"] = new JsonObject { ["properties"] = refused };
        string[] created = [.. required.Where(field => field.OfCreated).Select(field => field.Key)];
        if (created.Length > 0)
            schema["else"] = new JsonObject { ["required"] = Words(created) };
    }

    private static JsonObject OfGroup(KeyGroup group) => new()
    {
        ["oneOf"] = new JsonArray([.. group.Keys.Select(key => (JsonNode)new JsonObject { ["required"] = Words([key]) })]),
    };

    private static JsonArray Words(string[] words) => new([.. words.Select(word => (JsonNode)word)]);
}
