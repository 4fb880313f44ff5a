using Provisioning.Cli.Commands;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Cli.States;

/// <summary>Changes the state of a stack by hand: consent, lock, change, write. The state before is kept as <c>.bak</c>.</summary>
/// <param name="context">The process around it.</param>
/// <param name="consent">Whether the user wants it.</param>
internal sealed class StateEditHandler(CommandContext context, EditConsent consent)
{
    /// <summary>Runs the command.</summary>
    /// <param name="change">What it makes of the state.</param>
    /// <param name="done">What is said of the resources it changed.</param>
    /// <param name="nothing">What is said when it changed none; nothing is written then.</param>
    /// <param name="cancellationToken">Stops before writing.</param>
    public async Task<ExitCode> RunAsync(Func<Snapshot, StateEdit> change, Func<int, string> done, string nothing, CancellationToken cancellationToken)
    {
        consent.RequirePossible();
        var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
        var store = await workspace.OpenStackAsync(cancellationToken);
        await using var session = await store.BeginAsync(cancellationToken);
        var edit = change(session.Base);
        if (edit.Resources.IsEmpty)
        {
            await context.Terminal.Out.WriteLineAsync(nothing);
            return ExitCode.Success;
        }

        var lines = edit.Resources.Select(resource => $"  {resource.Urn}").ToList();
        if (!consent.Ask(lines, $"Change the state of '{store.Stack.Stack}' for these resources?"))
            return ExitCode.Cancelled;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Lost);
        await session.SaveAsync(edit.Snapshot, stop.Token);
        await context.Terminal.Out.WriteLineAsync(done(edit.Resources.Length));
        foreach (var line in lines)
            await context.Terminal.Out.WriteLineAsync(line);
        return ExitCode.Success;
    }

    /// <summary>A number of resources in words: <c>1 resource</c>, <c>2 resources</c>.</summary>
    public static string Count(int resources) => resources == 1 ? "1 resource" : $"{resources} resources";
}
