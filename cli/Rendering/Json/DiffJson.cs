using System.Collections.Immutable;
using System.Text.Json;
using Pulumirpc;

namespace Provisioning.Cli.Rendering.Json;

/// <summary>Detailed differences: property path to kind.</summary>
internal static class DiffJson
{
    /// <summary>Writes a member; null when the provider told no details.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="kindName"><c>kind</c> in digests, <c>diffKind</c> in events: Pulumi's names differ.</param>
    /// <param name="diff">The differences.</param>
    public static void WriteMember(Utf8JsonWriter json, string kindName, ImmutableSortedDictionary<string, PropertyDiff>? diff)
    {
        json.WritePropertyName("detailedDiff");
        if (diff is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var (path, property) in diff)
        {
            json.WriteStartObject(path);
            json.WriteString(kindName, Kind(property.Kind));
            json.WriteBoolean("inputDiff", property.InputDiff);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Kind(PropertyDiff.Types.Kind kind) => kind switch
    {
        PropertyDiff.Types.Kind.Add => "add",
        PropertyDiff.Types.Kind.AddReplace => "add-replace",
        PropertyDiff.Types.Kind.Delete => "delete",
        PropertyDiff.Types.Kind.DeleteReplace => "delete-replace",
        PropertyDiff.Types.Kind.Update => "update",
        PropertyDiff.Types.Kind.UpdateReplace => "update-replace",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of difference."),
    };
}
