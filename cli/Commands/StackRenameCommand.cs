using System.CommandLine;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.Backends;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack rename</c>: gives a stack another name, with its state, history and settings. Nothing in the cloud changes.</summary>
internal sealed class StackRenameCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var name = new Argument<string>("new-name") { Description = "The name it is to have" };
        return run.Handle(new Command("rename", "Give the stack another name") { name }, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenAnyStackAsync(cancellationToken);
            var to = StackReference.Parse(arguments.GetRequiredValue(name), workspace.Project.Name);
            var document = workspace.DocumentPath(store);
            await store.RenameAsync(to, token => SelectAsync(workspace, store.Stack, to, token), cancellationToken);
            await context.Terminal.Out.WriteLineAsync($"Renamed the stack {store.Stack.Stack} to {to.Stack}.");

            // The document is the user's, who may have it under version control.
            var renamed = await (await ProjectWorkspace.OpenAsync(context with { Settings = context.Settings with { Stack = to.FullName } }, cancellationToken))
                .OpenAnyStackAsync(cancellationToken);
            if (workspace.DocumentPath(renamed) is var expected && expected != document && File.Exists(document) && !File.Exists(expected))
            {
                var (old, current) = (Shown(workspace, document), Shown(workspace, expected));
                await context.Terminal.Out.WriteLineAsync($"Its document is still {old}: move it to {current}, or run 'config set document {old}'.");
            }

            return ExitCode.Success;
        });
    }

    /// <summary>Selects the stack under its new name when commands without a name would work on it.</summary>
    private static async Task SelectAsync(ProjectWorkspace workspace, StackReference from, StackReference to, CancellationToken cancellationToken)
    {
        var selected = await workspace.Selected.GetAsync(cancellationToken) ?? ProjectWorkspace.DefaultStack;
        if (selected == from.Stack || selected == from.FullName)
            await workspace.Selected.SetAsync(to.FullName, cancellationToken);
    }

    private static string Shown(ProjectWorkspace workspace, string path) =>
        Path.GetRelativePath(workspace.Project.RootDirectory, path).Replace('\\', '/');
}
