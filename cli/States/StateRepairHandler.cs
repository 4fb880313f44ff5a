using Provisioning.Cli.Commands;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.Backends;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Cli.States;

/// <summary>Runs <c>state repair</c>. A sound state is not written; one that cannot be mended is left as it is.</summary>
/// <param name="context">The process around it.</param>
/// <param name="consent">Whether the user wants it.</param>
internal sealed class StateRepairHandler(CommandContext context, EditConsent consent)
{
    /// <summary>Says what would be done; without a lock, as previews are.</summary>
    public async Task<ExitCode> PreviewAsync(CancellationToken cancellationToken)
    {
        var store = await OpenAsync(cancellationToken);
        var state = await store.LoadUnverifiedAsync(cancellationToken);
        var lines = Lines(SnapshotRepair.Plan(state.Snapshot), state.HasRightMagic);
        await WriteAsync(lines.Count == 0 ? [Sound(store)] : [.. lines, "Nothing was changed; run it without --dry-run to repair the state."]);
        return ExitCode.Success;
    }

    /// <summary>Repairs the state.</summary>
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        consent.RequirePossible();
        var store = await OpenAsync(cancellationToken);
        await using var session = await store.BeginUnverifiedAsync(cancellationToken);
        var repair = SnapshotRepair.Plan(session.Base);
        var lines = Lines(repair, session.HasRightMagic);
        if (lines.Count == 0)
        {
            await WriteAsync([Sound(store)]);
            return ExitCode.Success;
        }

        if (!consent.Ask(lines, $"Repair the state of '{store.Stack.Stack}'?"))
            return ExitCode.Cancelled;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Lost);
        await session.SaveAsync(repair.Snapshot, stop.Token);
        await WriteAsync([$"Repaired the state of '{store.Stack.Stack}'; 'preview --refresh' shows what the program and the cloud make of it:", .. lines]);
        return ExitCode.Success;
    }

    private static List<string> Lines(SnapshotRepair repair, bool hasRightMagic)
    {
        var lines = repair.Steps.Select(step => $"  {step.Resource} {step.What}").ToList();
        if (!hasRightMagic)
            lines.Add("  the manifest gets the magic that belongs to its version");
        return lines;
    }

    private static string Sound(StackStore store) => $"The state of '{store.Stack.Stack}' is sound; nothing was changed.";

    private async Task<StackStore> OpenAsync(CancellationToken cancellationToken)
    {
        var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
        return await workspace.OpenStackAsync(cancellationToken);
    }

    private async Task WriteAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await context.Terminal.Out.WriteLineAsync(line);
    }
}
