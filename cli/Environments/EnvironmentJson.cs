using Provisioning.Cli.Rendering.Json;
using Provisioning.Infra.Access;

namespace Provisioning.Cli.Environments;

/// <summary>The environment for scripts.</summary>
internal static class EnvironmentJson
{
    /// <summary>Writes a setting.</summary>
    public static string Write(WorkloadSetting setting) => JsonText.Of(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("workload", setting.Workload.Name);
            writer.WriteString("runsOn", HostDescription.Of(setting.Workload.RunsOn));
            writer.WriteStartObject("variables");
            foreach (var (name, value) in setting.Variables)
                writer.WriteString(name, value);
            writer.WriteEndObject();
            writer.WriteStartArray("injected");
            foreach (var name in setting.Injected)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
            writer.WriteEndObject();
        },
        indented: true) + "\n";
}
