using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Infra.Model.Sections;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Tests.Schema;

/// <summary>Writes the shapes of the document as JSON Schema, for editors.</summary>
internal static class SchemaWriter
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The schema of a whole document.</summary>
    public static string Write()
    {
        JsonObject schema = OfObject(StackShape.Document);
        var document = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Stack document",
            ["description"] = "What one environment shall look like. See docs/stack-document.md.",
        };
        foreach (var (key, value) in schema.ToArray())
        {
            schema.Remove(key);
            document[key] = value;
        }

        return document.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Of(Shape shape) => shape switch
    {
        TextShape text => OfText(text),
        ChoiceShape choice => new() { ["enum"] = Words(choice.Words) },
        FlagShape { MustBeTrue: true } => new() { ["const"] = true },
        FlagShape => new() { ["type"] = "boolean" },
        IntegerShape integer => OfInteger(integer),
        DurationShape => new() { ["type"] = "string", ["pattern"] = "^P(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?$" },
        ListShape list => OfList(list),
        MapShape map => OfMap(map),
        EitherShape either => new() { ["anyOf"] = new JsonArray([.. either.Alternatives.Select(Of)]) },
        CasesShape cases => new() { ["anyOf"] = new JsonArray([.. cases.Cases.Select(item => OfCase(cases, item)), OfObject(cases.OfExisting)]) },
        ObjectShape mapping => OfObject(mapping),
        _ => throw new InvalidOperationException($"Unknown shape {shape}."),
    };

    private static JsonObject OfText(TextShape shape)
    {
        var schema = new JsonObject { ["type"] = shape.Loose ? Words(["string", "number", "boolean"]) : "string", ["maxLength"] = shape.MaxLength };
        if (shape.Pattern.Length > 0)
            schema["pattern"] = shape.Pattern;
        else
            schema["minLength"] = 1;
        if (shape.Format.Length > 0)
            schema["format"] = shape.Format;
        return schema;
    }

    private static JsonObject OfInteger(IntegerShape shape)
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = shape.Min };
        if (shape.Max != long.MaxValue)
            schema["maximum"] = shape.Max;
        return schema;
    }

    private static JsonObject OfList(ListShape shape)
    {
        var schema = new JsonObject
        {
            ["type"] = shape.NonEmpty ? "array" : Words(["array", "null"]),
            ["items"] = Of(shape.Item),
            ["uniqueItems"] = true,
        };
        if (shape.NonEmpty)
            schema["minItems"] = 1;
        return schema;
    }

    private static JsonObject OfMap(MapShape shape)
    {
        var schema = new JsonObject { ["type"] = Words(["object", "null"]), ["additionalProperties"] = Of(shape.Value) };
        TextShape key = shape.OfEntries ? TextShapes.ShortName : shape.Key;
        if (key.Pattern.Length > 0)
            schema["propertyNames"] = new JsonObject { ["pattern"] = key.Pattern };
        return schema;
    }

    private static JsonObject OfCase(CasesShape cases, (string Word, ObjectShape Shape) item)
    {
        JsonObject schema = OfObject(item.Shape);
        schema["properties"]![cases.Discriminator] = new JsonObject { ["const"] = item.Word, ["description"] = cases.Meaning };
        return schema;
    }

    private static JsonObject OfObject(ObjectShape shape)
    {
        Field[] required = [.. shape.Fields.Where(field => field.Required)];
        var schema = new JsonObject
        {
            ["type"] = required.Length == 0 && shape.Groups.IsEmpty ? Words(["object", "null"]) : "object",
            ["properties"] = new JsonObject(shape.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)OfField(field)))),
            ["additionalProperties"] = false,
        };
        if (required.Any(field => !field.OfCreated))
            schema["required"] = Words(required.Where(field => !field.OfCreated).Select(field => field.Key));
        if (shape.Fields.Any(field => field.OfCreated))
            AddMarkers(schema, shape);
        if (!shape.Groups.IsEmpty)
            schema["allOf"] = new JsonArray([.. shape.Groups.Select(group => AnyRequired("oneOf", group.Keys))]);
        return schema;
    }

    private static JsonObject OfField(Field field)
    {
        JsonObject schema = Of(field.Shape);
        schema["description"] = field.Meaning;
        if (field.Default.Length > 0)
            schema["default"] = field.Shape is FlagShape or IntegerShape ? JsonNode.Parse(field.Default) : field.Default;
        return schema;
    }

    private static void AddMarkers(JsonObject schema, ObjectShape shape)
    {
        var refused = shape.Fields.Where(field => field.OfCreated && !shape.Markers.Contains(field.Key));
        schema["if"] = AnyRequired("anyOf", shape.Markers);
        schema["then"] = new JsonObject
        {
            ["properties"] = new JsonObject(refused.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)false))),
        };
        string[] created = [.. shape.Fields.Where(field => field is { Required: true, OfCreated: true }).Select(field => field.Key)];
        if (created.Length > 0)
            schema["else"] = new JsonObject { ["required"] = Words(created) };
    }

    private static JsonObject AnyRequired(string keyword, IEnumerable<string> keys) =>
        new() { [keyword] = new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = Words([key]) })]) };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
