using System.Text.Json;
using Provisioning.Cli.Rendering.Json;
using Provisioning.Cli.Terminals;
using Provisioning.Engine.Events;
using Pulumirpc;

namespace Provisioning.Cli.Rendering;

/// <summary>
/// Writes each event as one line of JSON (<c>--json</c>), with the member names that clients of Pulumi's event stream
/// read. Secrets are masked.
/// </summary>
/// <param name="terminal">Where lines are written.</param>
public sealed class JsonEventRenderer(Terminal terminal) : IOperationRenderer
{
    private readonly Lock gate = new();
    private int sequence;

    /// <inheritdoc/>
    public void Publish(EngineEvent @event)
    {
        lock (gate)
        {
            var number = sequence++;
            terminal.Out.WriteLine(JsonText.Of(json => Write(json, number, @event), indented: false));
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Write(Utf8JsonWriter json, int number, EngineEvent @event)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", number);
        json.WriteNumber("timestamp", @event.Time.ToUnixTimeSeconds());
        switch (@event)
        {
            case EngineEvent.Prelude prelude:
                WritePrelude(json, prelude);
                break;
            case EngineEvent.ResourcePre pre:
                WriteStep(json, "resourcePreEvent", pre.Metadata, pre.Planning);
                break;
            case EngineEvent.ResourceOutputs outputs:
                WriteStep(json, "resOutputsEvent", outputs.Metadata, outputs.Planning);
                break;
            case EngineEvent.ResourceOperationFailed failed:
                WriteStep(json, "resOpFailedEvent", failed.Metadata, planning: false);
                break;
            case EngineEvent.Diagnostic diagnostic:
                WriteDiagnostic(json, diagnostic);
                break;
            case EngineEvent.Summary summary:
                WriteSummary(json, summary);
                break;
            case EngineEvent.Cancel:
                json.WriteStartObject("cancelEvent");
                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"Unknown event {@event.GetType()}.");
        }

        json.WriteEndObject();
    }

    private static void WritePrelude(Utf8JsonWriter json, EngineEvent.Prelude prelude)
    {
        json.WriteStartObject("preludeEvent");
        json.WriteStartObject("config");
        foreach (var (key, value) in prelude.Config)
            json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, string name, StepMetadata step, bool planning)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("metadata");
        json.WriteString("op", step.Op.Name());
        json.WriteString("urn", step.Urn.ToString());
        json.WriteString("type", step.Urn.Type);
        StateJson.WriteMember(json, "old", step.Old);
        StateJson.WriteMember(json, "new", step.New);
        JsonText.WriteList(json, "keys", step.ReplaceKeys);
        JsonText.WriteList(json, "diffs", step.Diffs);
        DiffJson.WriteMember(json, "diffKind", step.DetailedDiff);
        if (step.Logical)
            json.WriteBoolean("logical", true);
        json.WriteString("provider", step.Provider?.ToString() ?? "");
        json.WriteEndObject();
        if (planning)
            json.WriteBoolean("planning", true);
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, EngineEvent.Diagnostic diagnostic)
    {
        json.WriteStartObject("diagnosticEvent");
        if (diagnostic.Urn is { } urn)
            json.WriteString("urn", urn.ToString());
        if (diagnostic.Id.Length > 0)
            json.WriteString("prefix", $"error {diagnostic.Id}: ");
        json.WriteString("message", diagnostic.Message);
        json.WriteString("color", "raw");
        json.WriteString("severity", diagnostic.Severity switch
        {
            LogSeverity.Debug => "debug",
            LogSeverity.Info => "info",
            LogSeverity.Warning => "warning",
            LogSeverity.Error => "error",
            _ => throw new InvalidOperationException($"Unknown severity {diagnostic.Severity}."),
        });
        if (diagnostic.StreamId != 0)
            json.WriteNumber("streamID", diagnostic.StreamId);
        if (diagnostic.Ephemeral)
            json.WriteBoolean("ephemeral", true);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, EngineEvent.Summary summary)
    {
        json.WriteStartObject("summaryEvent");
        json.WriteBoolean("maybeCorrupt", summary.MaybeCorrupt);
        json.WriteNumber("durationSeconds", (long)Math.Ceiling(summary.Duration.TotalSeconds));
        json.WriteStartObject("resourceChanges");
        foreach (var (op, count) in summary.Changes)
            json.WriteNumber(op.Name(), count);
        json.WriteEndObject();
        json.WriteBoolean("isPreview", summary.Preview);
        json.WriteString("result", summary.Result.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }
}
