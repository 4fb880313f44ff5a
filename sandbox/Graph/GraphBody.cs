using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Graph;

/// <summary>The members of a request's body, with Graph's complaints about wrong ones.</summary>
internal sealed class GraphBody(JsonObject members)
{
    /// <summary>All members.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Members => members.ToDictionary(member => member.Key, member => member.Value);

    /// <summary>Whether the member is there, even as null.</summary>
    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>A string; null when absent or null.</summary>
    public string? Text(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw GraphException.BadRequest($"Property '{name}' must be a string."),
    };

    /// <summary>A string that must be there, with something in it.</summary>
    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw GraphException.BadRequest($"A value is required for property '{name}' of resource.");

    /// <summary>A list of strings; null when absent.</summary>
    public ImmutableArray<string>? Texts(string name) => members[name] switch
    {
        null => null,
        JsonArray array when array.All(item => item?.GetValueKind() == JsonValueKind.String) => [.. array.Select(item => item?.GetValue<string>() ?? "")],
        _ => throw GraphException.BadRequest($"Property '{name}' must be a list of strings."),
    };

    /// <summary>A boolean; null when absent.</summary>
    public bool? Flag(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw GraphException.BadRequest($"Property '{name}' must be a boolean."),
    };
}
