using System.Text.Json;
using Provisioning.Engine.State;

namespace Provisioning.Cli.Rendering.Json;

/// <summary>Resources in events and digests, with the member names of Pulumi's state metadata.</summary>
internal static class StateJson
{
    /// <summary>Writes a member that holds a resource; null when there is none.</summary>
    public static void WriteMember(Utf8JsonWriter json, string name, ResourceState? state)
    {
        json.WritePropertyName(name);
        if (state is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", state.Type);
        json.WriteString("urn", state.Urn.ToString());
        json.WriteBoolean("custom", state.Custom);
        WriteIf(json, "delete", state.Delete);
        json.WriteString("id", state.Id);
        json.WriteString("parent", state.Parent?.ToString() ?? "");
        WriteIf(json, "protect", state.Protect);
        WriteIf(json, "external", state.External);
        WriteIf(json, "retainOnDelete", state.RetainOnDelete);
        json.WritePropertyName("inputs");
        PropertyJson.Write(json, state.Inputs);
        json.WritePropertyName("outputs");
        PropertyJson.Write(json, state.Outputs);
        json.WriteString("provider", state.Provider?.ToString() ?? "");
        json.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
            json.WriteBoolean(name, true);
    }
}
