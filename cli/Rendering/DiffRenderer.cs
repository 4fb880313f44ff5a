using Provisioning.Cli.Terminals;
using Provisioning.Cli.Views;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Spectre.Console;

namespace Provisioning.Cli.Rendering;

/// <summary>Shows each step with all properties it sets or changes (<c>--diff</c>).</summary>
public sealed class DiffRenderer : IOperationRenderer
{
    private const int Step = 4;

    private readonly Terminal terminal;
    private readonly Lock gate = new();
    private readonly Dictionary<Urn, int> depths = [];

    /// <summary>Begins with the banner.</summary>
    public DiffRenderer(Terminal terminal, OperationTitle title)
    {
        this.terminal = terminal;
        terminal.Console.MarkupLineInterpolated($"[bold fuchsia]{title.Action} ({title.Stack}):[/]");
    }

    /// <inheritdoc/>
    public void Publish(EngineEvent @event)
    {
        if (@event is not EngineEvent.ResourcePre { Metadata: var step })
            return;

        lock (gate)
        {
            var depth = Depth(step);
            if (step.Op is not (StepOp.Same or StepOp.Replace) && !IsDefaultProvider(step.Urn))
                Write(step, depth * Step);
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

    private void Write(StepMetadata step, int indent)
    {
        var color = StatusText.Color(step.Op) is { Length: > 0 } name ? name : "default";
        terminal.Console.Write(new Text($"{new string(' ', indent)}{StatusText.Symbol(step.Op)}{step.Urn.Type}: ({step.Op.Name()})", Style.Parse(color)));
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
            case { Old: { } old, New: { } @new } when step.Op is StepOp.Refresh:
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
