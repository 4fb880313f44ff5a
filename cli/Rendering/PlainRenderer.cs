using Provisioning.Cli.Terminals;
using Provisioning.Cli.Views;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;

namespace Provisioning.Cli.Rendering;

/// <summary>One line for each thing that happens to a resource: for pipes, logs and pipelines.</summary>
public sealed class PlainRenderer : IOperationRenderer
{
    private readonly Terminal terminal;
    private readonly OperationTitle title;
    private readonly OperationProgress progress;
    private readonly Lock gate = new();
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    /// <summary>Begins with the banner.</summary>
    public PlainRenderer(Terminal terminal, OperationTitle title)
    {
        this.terminal = terminal;
        this.title = title;
        progress = new OperationProgress(title);
        terminal.Out.WriteLine($"{title.Action} ({title.Stack}):");
    }

    /// <inheritdoc/>
    public void Publish(EngineEvent @event)
    {
        lock (gate)
        {
            progress.Publish(@event);
            switch (@event)
            {
                // A plan is said once, when it is known; a real step when it begins and when it ends.
                case EngineEvent.ResourcePre { Planning: false } pre:
                    Write(pre.Metadata.Urn, pre.Time);
                    break;
                case EngineEvent.ResourceOutputs outputs:
                    Write(outputs.Metadata.Urn, outputs.Time);
                    break;
                case EngineEvent.ResourceOperationFailed failed:
                    Write(failed.Metadata.Urn, failed.Time);
                    break;
                case EngineEvent.Diagnostic { Ephemeral: true, Urn: { } urn } waiting:
                    Write(urn, waiting.Time);
                    break;
                case EngineEvent.Diagnostic { Ephemeral: true, Urn: null } waiting:
                    terminal.Out.WriteLine(waiting.Message);
                    break;
                default:
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        terminal.Out.WriteLine();
        return ValueTask.CompletedTask;
    }

    private void Write(Urn urn, DateTimeOffset now)
    {
        if (progress.Find(urn) is not { } row || row.IsUnchanged)
            return;

        var info = InfoText.Of(row);
        var line = $" {StatusText.Symbol(row.Op)} {row.Urn.Type} {row.Urn.Name} {StatusText.Status(row, now)}{(info.Length == 0 ? "" : " " + info)}";
        if (written.Add(line))
            terminal.Out.WriteLine(line.TrimEnd());
    }
}
