using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Workspaces;
using Spectre.Console;

namespace Provisioning.Cli.Commands;

/// <summary>
/// <c>cancel</c>: removes the locks of a stack that a writer left behind. It does not stop a writer that still runs, whose
/// changes would then meet those of the next one; so the user is asked.
/// </summary>
internal sealed class CancelCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask" };
        return run.Handle(new Command("cancel", "Remove the locks that an interrupted operation left on the stack") { yes }, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenStackAsync(cancellationToken);
            if (!arguments.GetValue(yes) && !Ask(context, store.Stack.Stack))
                return ExitCode.Cancelled;

            var removed = await workspace.Backend.RemoveLocksAsync(store.Stack, cancellationToken);
            await context.Terminal.Out.WriteLineAsync(removed == 0
                ? $"The stack '{store.Stack.Stack}' is not locked."
                : $"The stack '{store.Stack.Stack}' is unlocked; what was interrupted is settled by the next operation.");
            return ExitCode.Success;
        });
    }

    private static bool Ask(CommandContext context, string stack) => context.Terminal.IsInteractive
        ? context.Terminal.Console.Prompt(new ConfirmationPrompt($"Remove the locks of '{stack}'? Nothing else may be changing it.") { DefaultValue = false })
        : throw new CommandException(new CommandError("ACC7002", ExitCode.Usage, "Nobody can be asked here; give --yes to remove the locks without asking."));
}
