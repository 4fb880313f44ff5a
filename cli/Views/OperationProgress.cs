using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Cli.Views;

/// <summary>Folds the events of an operation into what a user sees. Thread-safe.</summary>
/// <param name="title">The banner.</param>
public sealed class OperationProgress(OperationTitle title) : IEventSink
{
    private const string ProviderType = "pulumi:providers:";

    private readonly Lock gate = new();
    private readonly Dictionary<Urn, ResourceRow> rows = [];
    private readonly List<Urn> order = [];
    private readonly ImmutableArray<DiagnosticLine>.Builder diagnostics = ImmutableArray.CreateBuilder<DiagnosticLine>();
    private EngineEvent.Summary? summary;

    /// <inheritdoc/>
    public void Publish(EngineEvent @event)
    {
        lock (gate)
            Apply(@event);
    }

    /// <summary>The view as it is now; rows that nothing is done to are left out unless asked for.</summary>
    public OperationView Snapshot(bool showUnchanged = false)
    {
        lock (gate)
            return new OperationView(title, ResourceTree.Arrange(order.Select(urn => rows[urn]), showUnchanged), diagnostics.ToImmutable(), summary);
    }

    /// <summary>The row of a resource as it is now; null when it has none.</summary>
    public ResourceRow? Find(Urn urn)
    {
        lock (gate)
            return rows.GetValueOrDefault(urn);
    }

    private void Apply(EngineEvent @event)
    {
        switch (@event)
        {
            case EngineEvent.ResourcePre pre:
                Begin(pre);
                break;
            case EngineEvent.ResourceOutputs outputs:
                End(outputs.Metadata, outputs.Time, outputs.Planning ? ResourcePhase.Planned : ResourcePhase.Done);
                break;
            case EngineEvent.ResourceOperationFailed failed:
                End(failed.Metadata, failed.Time, ResourcePhase.Failed);
                break;
            case EngineEvent.Diagnostic diagnostic:
                Note(diagnostic);
                break;
            case EngineEvent.Summary end:
                summary = end;
                break;
            case EngineEvent.Prelude or EngineEvent.Cancel:
                break;
            default:
                throw new InvalidOperationException($"Unknown event {@event.GetType()}.");
        }
    }

    private void Begin(EngineEvent.ResourcePre pre)
    {
        if (IsHidden(pre.Metadata))
            return;

        var existing = rows.GetValueOrDefault(pre.Metadata.Urn);
        if (existing is null)
            order.Add(pre.Metadata.Urn);

        rows[pre.Metadata.Urn] = new ResourceRow
        {
            Urn = pre.Metadata.Urn,
            Parent = (pre.Metadata.New ?? pre.Metadata.Old)?.Parent ?? existing?.Parent,
            Op = Shown(pre.Metadata.Op, existing?.Op),
            Phase = pre.Planning ? ResourcePhase.Planned : ResourcePhase.Running,
            Started = existing?.Started ?? pre.Time,
            Changes = ChangeList(pre.Metadata),
            Messages = existing?.Messages ?? ImmutableSortedDictionary<LogSeverity, int>.Empty,
            Retained = pre.Metadata.Op is StepOp.Delete or StepOp.DeleteReplaced && pre.Metadata.Old is { RetainOnDelete: true },
        };
    }

    private void End(StepMetadata metadata, DateTimeOffset time, ResourcePhase phase)
    {
        if (rows.GetValueOrDefault(metadata.Urn) is not { } row)
            return;

        // A component reports once as a step and once more with its outputs; a failure stays a failure.
        rows[metadata.Urn] = row with
        {
            Op = Shown(metadata.Op, row.Op),
            Phase = row.Phase == ResourcePhase.Failed ? ResourcePhase.Failed : phase,
            Ended = time,
            Waiting = "",
        };
    }

    private void Note(EngineEvent.Diagnostic diagnostic)
    {
        if (diagnostic.Severity != LogSeverity.Debug && !diagnostic.Ephemeral)
            diagnostics.Add(new DiagnosticLine(diagnostic.Urn, diagnostic.Severity, diagnostic.Message, diagnostic.Id));

        // What the whole operation waits for stands at the stack.
        var subject = diagnostic.Urn ?? (diagnostic.Ephemeral ? order.FirstOrDefault(urn => urn.Type == Urn.StackType) : null);
        if (subject is not { } urn || rows.GetValueOrDefault(urn) is not { } row)
            return;

        if (diagnostic.Ephemeral)
            rows[urn] = row with { Waiting = diagnostic.Message };
        else if (diagnostic.Severity != LogSeverity.Debug)
            rows[urn] = row with { Messages = row.Messages.SetItem(diagnostic.Severity, row.Messages.GetValueOrDefault(diagnostic.Severity) + 1) };
    }

    private static bool IsHidden(StepMetadata metadata) =>
        metadata.Op == StepOp.RemovePendingReplace
        || (metadata.Urn.Type.StartsWith(ProviderType, StringComparison.Ordinal) && metadata.Urn.Name.StartsWith("default", StringComparison.Ordinal));

    // The halves of a replacement share one row that reads as a replacement from its first half on.
    private static StepOp Shown(StepOp op, StepOp? before) => op switch
    {
        StepOp.CreateReplacement or StepOp.DeleteReplaced or StepOp.Replace => StepOp.Replace,
        StepOp.ImportReplacement => StepOp.Import,
        StepOp.ReadReplacement => StepOp.Read,
        StepOp.DiscardReplaced => StepOp.Discard,
        _ => before == StepOp.Replace ? StepOp.Replace : op,
    };

    private static ImmutableArray<string> ChangeList(StepMetadata metadata)
    {
        if (metadata.Op is not (StepOp.Update or StepOp.Replace or StepOp.CreateReplacement or StepOp.Refresh) || metadata is not { Old: { } old, New: { } @new })
            return [];

        var keys = metadata.Diffs.IsDefaultOrEmpty
            ? @new.Inputs.Keys.Union(old.Inputs.Keys, StringComparer.Ordinal).Where(key => !@new.Inputs.GetOrNull(key).Equals(old.Inputs.GetOrNull(key)))
            : metadata.Diffs.AsEnumerable();
        return [.. keys.Where(key => !key.StartsWith("__", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(key => Symbol(old.Inputs, @new.Inputs, key) + key)];
    }

    private static char Symbol(PropertyMap old, PropertyMap @new, string key) =>
        (old.ContainsKey(key), @new.ContainsKey(key)) switch
        {
            (false, true) => '+',
            (true, false) => '-',
            _ => '~',
        };
}
