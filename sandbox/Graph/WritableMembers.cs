using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Graph;

/// <summary>
/// Members of an object that the sandbox keeps and shows without knowing what they mean, so that what a client writes is what it reads.
/// As in Graph, objects are merged and lists replaced; a member that does not exist is refused.
/// </summary>
/// <param name="kept">The members that are kept as they are.</param>
/// <param name="understood">The members that the caller reads by itself.</param>
internal sealed class WritableMembers(IEnumerable<string> kept, IEnumerable<string> understood)
{
    private readonly FrozenSet<string> _kept = kept.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _understood = understood.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Puts the members of a body over those of an object.</summary>
    public ImmutableDictionary<string, JsonElement> Apply(GraphBody body, ImmutableDictionary<string, JsonElement> members)
    {
        foreach (var (name, value) in body.Members.Where(member => !member.Key.Contains('@', StringComparison.Ordinal)))
        {
            if (_kept.Contains(name))
                members = members.SetItem(name, Merge(members.GetValueOrDefault(name), value));
            else if (!_understood.Contains(name))
                throw GraphException.BadRequest($"Invalid property '{name}'.");
        }

        return members;
    }

    /// <summary>Adds the members of an object to its JSON.</summary>
    public static JsonObject Write(JsonObject target, ImmutableDictionary<string, JsonElement> members)
    {
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
            target[name] = NodeOf(value);
        return target;
    }

    private static JsonElement Merge(JsonElement old, JsonNode? value)
    {
        if (old.ValueKind != JsonValueKind.Object || value is not JsonObject changes)
            return ElementOf(value);

        var merged = NodeOf(old) as JsonObject ?? [];
        foreach (var (name, change) in changes)
            merged[name] = NodeOf(Merge(ElementOf(merged[name]), change));
        return ElementOf(merged);
    }

    private static JsonNode? NodeOf(JsonElement element) => JsonSerializer.SerializeToNode(element, SandboxJson.Compact.TypeInfo<JsonElement>());

    private static JsonElement ElementOf(JsonNode? node) => JsonSerializer.SerializeToElement(node, SandboxJson.Compact.TypeInfo<JsonNode?>());
}
