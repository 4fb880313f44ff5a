using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Provisioning.Sandbox.DeepLake;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Faults;

namespace Provisioning.Sandbox.Hosting;

/// <summary>How the sandbox writes JSON: Azure's camel case, enums as words, nothing escaped that JSON allows. Works without reflection.</summary>
internal static class SandboxJson
{
    /// <summary>Files for machines and wire bodies.</summary>
    public static JsonSerializerOptions Compact { get; } = Create(indented: false);

    /// <summary>Files a person may read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>How a type is read and written.</summary>
    /// <exception cref="NotSupportedException"><see cref="SandboxJsonContext"/> does not know the type.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>(this JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = SandboxJsonContext.Default,
            Converters = { Words<FaultKind>(), Words<ListEnvelope>(), Words<MemberRole>(), Words<ServicePrincipalKind>() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.CamelCase);
}
