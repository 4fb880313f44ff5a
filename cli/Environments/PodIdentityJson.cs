using System.Text.Json;
using System.Text.Json.Serialization;
using Provisioning.Cli.Rendering.Json;

namespace Provisioning.Cli.Environments;

/// <summary>The manifests of a pod identity for scripts.</summary>
internal static class PodIdentityJson
{
    /// <summary>Writes a setting.</summary>
    public static string Write(PodIdentitySetting setting) => JsonText.Of(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("podIdentity", setting.PodIdentity.Name);
            writer.WriteString("cluster", setting.PodIdentity.Cluster.Name);
            WriteMember(writer, "azureIdentity", PodIdentityManifests.Identity(setting));
            WriteMember(writer, "azureIdentityBinding", PodIdentityManifests.Binding(setting));
            WriteMember(writer, "deployment", PodIdentityManifests.Deployment(setting));
            writer.WriteEndObject();
        },
        indented: true) + "\n";

    private static void WriteMember(Utf8JsonWriter writer, string name, Dictionary<string, object> manifest)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, manifest, ManifestJson.Default.DictionaryStringObject);
    }
}

/// <summary>Maps of texts, numbers and maps.</summary>
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(int))]
internal sealed partial class ManifestJson : JsonSerializerContext;
