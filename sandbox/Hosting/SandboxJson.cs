using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Provisioning.Sandbox.Hosting;

/// <summary>How the sandbox writes JSON: Azure's camel case, enums as words, nothing escaped that JSON allows.</summary>
internal static class SandboxJson
{
    /// <summary>Files for machines and wire bodies.</summary>
    public static JsonSerializerOptions Compact { get; } = Create(indented: false);

    /// <summary>Files a person may read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
