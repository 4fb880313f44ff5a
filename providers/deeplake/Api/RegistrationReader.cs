using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Provisioning.Providers.DeepLake.Api;

/// <summary>
/// Reads registrations out of answers. The service documents no shape for them and uses several envelopes elsewhere, so all of those
/// are read: bare, below a name of their own, below <c>data</c>.
/// </summary>
internal static class RegistrationReader
{
    private static readonly string[] ListNames = ["workload_identities", "data"];
    private static readonly string[] ObjectNames = ["workload_identity", "data"];

    /// <summary>Reads one registration; null when the answer holds none.</summary>
    public static Registration? ReadOne(JsonNode? body) =>
        body is not JsonObject members ? null
        : Read(members) ?? ObjectNames.Select(name => members[name]).OfType<JsonObject>().Select(Read).FirstOrDefault(found => found is not null);

    /// <summary>Reads a list; null when the answer holds none. Entries of other clouds have no client id.</summary>
    public static ImmutableArray<Registration>? ReadList(JsonNode? body)
    {
        var list = body switch
        {
            JsonArray array => array,
            JsonObject members => ListNames.Select(name => members[name]).OfType<JsonArray>().FirstOrDefault(),
            _ => null,
        };
        return list is null ? null : [.. list.Select(ReadOne).OfType<Registration>()];
    }

    private static Registration? Read(JsonObject members)
    {
        if (Text(members["id"]) is not { Length: > 0 } id)
            return null;

        var data = members["workload_identity_data"] as JsonObject;
        return new Registration(id, Text(members["name"]) ?? "", Uuid(data?["azure_client_id"]), Uuid(data?["azure_tenant_id"]));
    }

    private static string Uuid(JsonNode? node) => Guid.TryParse(Text(node), out var id) ? id.ToString("D") : "";

    private static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number => node.ToJsonString(),
        _ => null,
    };
}
