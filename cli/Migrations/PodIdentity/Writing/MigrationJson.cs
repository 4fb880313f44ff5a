using System.Text.Json;
using Provisioning.Cli.Migrations.PodIdentity.Translation;
using Provisioning.Cli.Rendering.Json;

namespace Provisioning.Cli.Migrations.PodIdentity.Writing;

/// <summary>A migration for scripts.</summary>
internal static class MigrationJson
{
    private const int Version = 1;

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cluster">Short name of the document's cluster; null to write a placeholder.</param>
    public static string Write(MigrationPlan plan, string? cluster) => JsonText.Of(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteBoolean("complete", plan.IsComplete);
            writer.WritePropertyName("document");
            DocumentLines.Of(plan, cluster).WriteTo(writer);
            writer.WriteStartArray("kubernetes");
            foreach (var change in ClusterChanges.Of(plan))
                Write(writer, change);
            writer.WriteEndArray();
            writer.WriteStartArray("findings");
            foreach (var finding in plan.Findings)
                Write(writer, finding);
            writer.WriteEndArray();
            writer.WriteEndObject();
        },
        indented: true) + "\n";

    private static void Write(Utf8JsonWriter writer, ClusterChange change)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("commands");
        foreach (var command in change.Commands)
            writer.WriteStringValue(command);
        writer.WriteEndArray();
        writer.WritePropertyName("manifest");
        change.Manifest.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("id", finding.Id);
        writer.WriteString("kind", MigrationReport.Word(finding.Kind));
        if (finding.Place is { } place)
        {
            writer.WriteString("file", place.File);
            writer.WriteNumber("line", place.Line);
            writer.WriteNumber("column", place.Column);
        }

        writer.WriteString("message", finding.Message);
        writer.WriteString("action", finding.Action);
        writer.WriteEndObject();
    }
}
