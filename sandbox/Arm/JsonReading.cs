using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm;

/// <summary>Reads bodies that clients wrote: whatever is absent or of another type reads as null.</summary>
internal static class JsonReading
{
    /// <summary>The member at a path, or null.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (node is not JsonObject parent || Member(parent, name) is not { } child)
                return null;
            node = child;
        }

        return node;
    }

    /// <summary>The object at a path, or null.</summary>
    public static JsonObject? ObjectAt(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) as JsonObject;

    /// <summary>The text at a path, or null.</summary>
    public static string? TextAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The truth value at a path, or null.</summary>
    public static bool? FlagAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    /// <summary>The whole number at a path, or null.</summary>
    public static int? NumberAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>The id at a path, or null.</summary>
    public static ArmId? IdAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        ArmId.TryParse(node.TextAt(path), out var id) ? id : null;

    /// <summary>The object under a name, made when absent.</summary>
    public static JsonObject Open(this JsonObject parent, string name)
    {
        if (Member(parent, name) is JsonObject child)
            return child;
        var created = new JsonObject();
        parent[name] = created;
        return created;
    }

    /// <summary>Stores a value unless the body has one.</summary>
    public static void Default(this JsonObject parent, string name, JsonNode? value)
    {
        if (Member(parent, name) is null)
            parent[name] = value;
    }

    /// <summary>An independent copy.</summary>
    public static JsonObject Copy(this JsonObject node) => (JsonObject)node.DeepClone();

    /// <summary>An immutable copy, for the store.</summary>
    public static JsonElement Freeze(this JsonObject node) => JsonSerializer.SerializeToElement(node, SandboxJson.Compact.TypeInfo<JsonObject>());

    private static JsonNode? Member(JsonObject parent, string name) => parent.TryGetPropertyValue(name, out var exact) ? exact : null;
}
