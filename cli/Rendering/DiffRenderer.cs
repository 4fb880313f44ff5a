using Provisioning.Cli.Terminals;
using Provisioning.Cli.Views;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Spectre.Console;

namespace Provisioning.Cli.Rendering;

/// <summary>
/// Shows each step with all properties it sets or changes (<c>--diff</c>); of a refresh only what was changed or deleted outside.
/// </summary>
public sealed class DiffRenderer : IOperationRenderer
{
    private const int Step = 4;

    private readonly Terminal terminal;
    private readonly Lock gate = new();
    private readonly Dictionary<Urn, int> depths = [];

    /// <summary>The resources that are being refreshed; what was found comes with the end of the step.</summary>
    private readonly HashSet<Urn> refreshing = [];

    /// <summary>Begins with the banner.</summary>
    public DiffRenderer(Terminal terminal, OperationTitle title)
    {
        this.terminal = terminal;
        terminal.Console.MarkupLineInterpolated($"[bold fuchsia]{title.Action} ({title.Stack}):[/]");
    }

    /// <inheritdoc/>
    public void Publish(EngineEvent @event)
    {
        lock (gate)
        {
            switch (@event)
            {
                case EngineEvent.ResourcePre { Metadata: { Op: StepOp.Refresh } step }:
                    refreshing.Add(step.Urn);
                    break;
                case EngineEvent.ResourcePre { Metadata: var step }:
                    var depth = Depth(step);
                    if (step.Op is not (StepOp.Same or StepOp.Replace) && !IsDefaultProvider(step.Urn))
                        Write(step, step.Op.Name(), depth * Step);
                    break;
                case EngineEvent.ResourceOutputs { Metadata: var found } when refreshing.Remove(found.Urn) && found.Op != StepOp.Same:
                    Write(found, found.New is null ? "deleted outside" : "changed outside", 0);
                    break;
                default:
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        terminal.Console.WriteLine();
        return ValueTask.CompletedTask;
    }

    private int Depth(StepMetadata step)
    {
        var parent = (step.New ?? step.Old)?.Parent;
        var depth = parent is { } urn && depths.TryGetValue(urn, out var above) ? above + 1 : 0;
        depths[step.Urn] = depth;
        return depth;
    }

    private void Write(StepMetadata step, string what, int indent)
    {
        var color = StatusText.Color(step.Op) is { Length: > 0 } name ? name : "default";
        terminal.Console.Write(new Text($"{new string(' ', indent)}{StatusText.Symbol(step.Op)}{step.Urn.Type}: ({what})", Style.Parse(color)));
        terminal.Console.WriteLine();
        WriteFact("id", step.Old?.Id, indent);
        WriteFact("urn", step.Urn.ToString(), indent);
        if (step.Provider is { } provider && provider.Urn.Name != "default")
            WriteFact("provider", provider.ToString(), indent);

        var properties = new PropertyDiffWriter(terminal.Console);
        switch (step)
        {
            case { Op: StepOp.Delete or StepOp.DeleteReplaced or StepOp.Discard or StepOp.DiscardReplaced }:
                break;
            case { Old: { } old, New: { } @new } when old.Inputs.Equals(@new.Inputs):
                properties.WriteDiff(old.Outputs, @new.Outputs, indent + Step);
                break;
            case { Old: { } old, New: { } @new }:
                properties.WriteDiff(old.Inputs, @new.Inputs, indent + Step);
                break;
            case { New: { } @new }:
                properties.WriteAll(@new.Inputs, indent + Step);
                break;
            default:
                break;
        }
    }

    private void WriteFact(string name, string? value, int indent)
    {
        if (!string.IsNullOrEmpty(value))
            terminal.Console.WriteLine($"{new string(' ', indent + Step)}[{name}={(value == Signatures.Unknown ? PropertyText.Unknown : value)}]");
    }

    private static bool IsDefaultProvider(Urn urn) =>
        urn.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) && urn.Name.StartsWith("default", StringComparison.Ordinal);
}
