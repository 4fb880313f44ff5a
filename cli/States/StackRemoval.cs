using Provisioning.Cli.Commands;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.Backends;

namespace Provisioning.Cli.States;

/// <summary>Removes a stack with its history and settings, and no longer selects it.</summary>
/// <param name="context">The process around it.</param>
/// <param name="workspace">The project.</param>
/// <param name="store">The stack.</param>
internal sealed class StackRemoval(CommandContext context, ProjectWorkspace workspace, StackStore store)
{
    /// <summary>Removes it.</summary>
    /// <param name="force">Also when it has resources, which stay in the cloud.</param>
    /// <param name="keepsSettings">Whether <c>Pulumi.&lt;stack&gt;.yaml</c> stays.</param>
    /// <param name="cancellationToken">Stops before removing.</param>
    public async Task RunAsync(bool force, bool keepsSettings, CancellationToken cancellationToken)
    {
        await store.RemoveAsync(force, cancellationToken);
        if (!keepsSettings)
            File.Delete(workspace.Project.StackSettingsPath(store.Stack.Stack));
        if (await workspace.Selected.GetAsync(cancellationToken) is { } selected && (selected == store.Stack.Stack || selected == store.Stack.FullName))
            await workspace.Selected.SetAsync(null, cancellationToken);
        await context.Terminal.Out.WriteLineAsync($"Removed the stack {store.Stack.Stack}.");
    }
}
