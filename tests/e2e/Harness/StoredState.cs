using System.Text.Json;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>What a state file holds, read as any tool would read it.</summary>
/// <param name="Root">The whole file.</param>
internal sealed record StoredState(JsonElement Root)
{
    /// <summary>The resources, in the file's order.</summary>
    public IReadOnlyList<JsonElement> Resources =>
        Latest.TryGetProperty("resources", out var resources) ? [.. resources.EnumerateArray()] : [];

    /// <summary>The operations that a run left open.</summary>
    public IReadOnlyList<JsonElement> PendingOperations =>
        Latest.TryGetProperty("pending_operations", out var pending) ? [.. pending.EnumerateArray()] : [];

    /// <summary>The URNs of the resources.</summary>
    public IReadOnlyList<string> Urns => [.. Resources.Select(resource => Text(resource, "urn"))];

    private JsonElement Latest => Root.GetProperty("checkpoint").GetProperty("latest");

    public static StoredState Read(string path) => new(JsonElement.Parse(File.ReadAllBytes(path)));

    /// <summary>The URNs of the resources of a type.</summary>
    public IReadOnlyList<string> UrnsOf(string type) => [.. Resources.Where(resource => Text(resource, "type") == type).Select(resource => Text(resource, "urn"))];

    /// <summary>The id of the resource of a type and name.</summary>
    public string IdOf(string type, string name) =>
        Text(Resources.Single(resource => Text(resource, "urn").EndsWith($"{type}::{name}", StringComparison.Ordinal)), "id");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
