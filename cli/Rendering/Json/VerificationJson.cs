using System.Text.Json;
using Provisioning.Verification.Findings;

namespace Provisioning.Cli.Rendering.Json;

/// <summary>What a verification found, for tools. Version 1.</summary>
internal static class VerificationJson
{
    private const int Version = 1;

    /// <summary>Writes a report.</summary>
    public static string Write(VerificationReport report) => JsonText.Of(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteBoolean("held", report.AllHeld);
            writer.WriteNumber("durationMilliseconds", Math.Round(report.Duration.TotalMilliseconds));
            writer.WriteNumber("waitedMilliseconds", Math.Round(report.Waited.TotalMilliseconds));
            writer.WriteStartArray("actors");
            foreach (var actor in report.Actors)
                Write(writer, actor);
            writer.WriteEndArray();
            writer.WriteEndObject();
        },
        indented: true);

    private static void Write(Utf8JsonWriter writer, ActorFindings actor)
    {
        writer.WriteStartObject();
        writer.WriteString("name", actor.Name);
        writer.WriteString("identity", actor.Identity);
        writer.WriteString("runsOn", actor.RunsOn);
        writer.WriteStartArray("checks");
        foreach (var finding in actor.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("check", finding.Check);
            writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(finding.Verdict.Outcome.ToString()));
            writer.WriteString("detail", finding.Verdict.Detail);
            if (finding.Verdict.Remedy.Length > 0)
                writer.WriteString("remedy", finding.Verdict.Remedy);
            writer.WriteNumber("latencyMilliseconds", Math.Round(finding.Latency.TotalMilliseconds, 1));
            writer.WriteNumber("waitedMilliseconds", Math.Round(finding.Waited.TotalMilliseconds));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
