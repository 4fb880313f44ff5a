using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Cli.Rendering.Json;
using Provisioning.Cli.Terminals;
using Provisioning.Engine.Events;
using Pulumirpc;

namespace Provisioning.Cli.Rendering;

/// <summary>
/// Collects a preview and writes it as one JSON document at its end (<c>preview --json</c>), in the form of Pulumi's
/// preview digest. Secrets are masked.
/// </summary>
public sealed class PreviewDigestRenderer : IOperationRenderer
{
    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly long started;
    private readonly Lock gate = new();
    private readonly List<StepMetadata> steps = [];
    private readonly List<EngineEvent.Diagnostic> diagnostics = [];
    private EngineEvent.Prelude? prelude;
    private EngineEvent.Summary? summary;

    /// <summary>Begins to collect.</summary>
    public PreviewDigestRenderer(Terminal terminal, TimeProvider time)
    {
        this.terminal = terminal;
        this.time = time;
        started = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Publish(EngineEvent @event)
    {
        lock (gate)
        {
            switch (@event)
            {
                case EngineEvent.Prelude begin:
                    prelude = begin;
                    break;
                case EngineEvent.ResourcePre { Metadata.Logical: true } pre:
                    steps.Add(pre.Metadata);
                    break;
                case EngineEvent.Diagnostic { Ephemeral: false, Severity: not LogSeverity.Debug } diagnostic:
                    diagnostics.Add(diagnostic);
                    break;
                case EngineEvent.Summary end:
                    summary = end;
                    break;
                default:
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        terminal.Out.WriteLine(JsonText.Of(Write, indented: true));
        return ValueTask.CompletedTask;
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("config");
        foreach (var (key, value) in prelude?.Config ?? ImmutableSortedDictionary<string, string>.Empty)
            json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteStartArray("steps");
        foreach (var step in steps)
            WriteStep(json, step);
        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
            WriteDiagnostic(json, diagnostic);
        json.WriteEndArray();

        // The digest counts nanoseconds.
        json.WriteNumber("duration", (long)(time.GetElapsedTime(started).TotalSeconds * 1e9));
        json.WriteStartObject("changeSummary");
        foreach (var (op, count) in summary?.Changes ?? ImmutableSortedDictionary<StepOp, int>.Empty)
            json.WriteNumber(op.Name(), count);
        json.WriteEndObject();
        json.WriteBoolean("maybeCorrupt", summary?.MaybeCorrupt ?? false);
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, StepMetadata step)
    {
        json.WriteStartObject();
        json.WriteString("op", step.Op.Name());
        json.WriteString("urn", step.Urn.ToString());
        if (step.Provider is { } provider)
            json.WriteString("provider", provider.ToString());
        if (step.Old is not null)
            StateJson.WriteMember(json, "oldState", step.Old);
        if (step.New is not null)
            StateJson.WriteMember(json, "newState", step.New);
        JsonText.WriteList(json, "diffReasons", step.Diffs);
        JsonText.WriteList(json, "replaceReasons", step.ReplaceKeys);
        DiffJson.WriteMember(json, "kind", step.DetailedDiff);
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, EngineEvent.Diagnostic diagnostic)
    {
        json.WriteStartObject();
        if (diagnostic.Urn is { } urn)
            json.WriteString("urn", urn.ToString());
        if (diagnostic.Id.Length > 0)
            json.WriteString("prefix", $"error {diagnostic.Id}: ");
        json.WriteString("message", diagnostic.Message);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }
}
