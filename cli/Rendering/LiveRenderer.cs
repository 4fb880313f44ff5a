using System.Collections.Immutable;
using Provisioning.Cli.Terminals;
using Provisioning.Cli.Views;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Provisioning.Cli.Rendering;

/// <summary>
/// A tree that is redrawn while the operation runs: per resource its status, the time it takes, and what is being
/// waited for. When it does not fit the screen, finished resources give way first. At the end the whole tree stays.
/// </summary>
public sealed class LiveRenderer : IOperationRenderer
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);

    private readonly Terminal terminal;
    private readonly OperationTitle title;
    private readonly TimeProvider time;
    private readonly OperationProgress progress;
    private readonly CancellationTokenSource finished = new();
    private readonly DateTimeOffset started;
    private readonly Task drawing;

    /// <summary>Begins to draw.</summary>
    public LiveRenderer(Terminal terminal, OperationTitle title, TimeProvider time)
    {
        this.terminal = terminal;
        this.title = title;
        this.time = time;
        progress = new OperationProgress(title);
        started = time.GetUtcNow();
        terminal.Console.MarkupLineInterpolated($"[bold fuchsia]{title.Action} ({title.Stack})[/]");
        drawing = terminal.Console.Live(Draw()).AutoClear(true).StartAsync(DrawUntilFinishedAsync);
    }

    /// <inheritdoc/>
    public void Publish(EngineEvent @event) => progress.Publish(@event);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await finished.CancelAsync();
        await drawing;
        finished.Dispose();
        var rows = progress.Snapshot().Rows;
        if (!rows.IsEmpty)
            terminal.Console.Write(TreeTable.Build(rows, title.Preview, time.GetUtcNow()));
        terminal.Console.WriteLine();
    }

    private async Task DrawUntilFinishedAsync(LiveDisplayContext context)
    {
        using var timer = new PeriodicTimer(Frame, time);
        try
        {
            while (await timer.WaitForNextTickAsync(finished.Token))
            {
                context.UpdateTarget(Draw());
                context.Refresh();
            }
        }
        catch (OperationCanceledException)
        {
            // The operation is over; the final picture is drawn by DisposeAsync.
        }
    }

    private IRenderable Draw()
    {
        var now = time.GetUtcNow();
        var all = progress.Snapshot(showUnchanged: true).Rows;
        var shown = Fit(progress.Snapshot().Rows, Math.Max(4, terminal.Console.Profile.Height - 4));
        var running = all.Count(row => row.Row.Phase == ResourcePhase.Running && row.Row.Urn.Type != Urn.StackType);
        var ended = all.Count(row => row.Row.Phase is ResourcePhase.Done or ResourcePhase.Planned or ResourcePhase.Failed);
        return new Rows(
            TreeTable.Build(shown, title.Preview, now),
            new Text($"{StatusText.Elapsed(now - started)}: {ended} done, {running} running", Style.Parse("grey")));
    }

    private static ImmutableArray<TreeRow> Fit(ImmutableArray<TreeRow> rows, int height)
    {
        if (rows.Length <= height)
            return rows;

        var active = rows.Where(row => row.Row.Phase is ResourcePhase.Running or ResourcePhase.Failed).ToImmutableArray();
        return active.Length > height ? active[^height..] : active.Length == 0 ? rows[^height..] : active;
    }
}
