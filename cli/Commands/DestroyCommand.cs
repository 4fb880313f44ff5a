using System.CommandLine;
using Provisioning.Cli.Operations;
using Provisioning.Cli.States;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.Operations;

namespace Provisioning.Cli.Commands;

/// <summary><c>destroy</c>: delete everything the stack created.</summary>
internal sealed class DestroyCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var switches = new OperationSwitches();
        var command = new Command("destroy", "Delete everything the stack created");
        command.Aliases.Add("down");
        switches.AddToDestroy(command);
        var remove = new Option<bool>("--remove") { Description = "Then remove the stack, with its history and its settings" };
        command.Options.Add(remove);
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var choices = switches.Read(arguments, Operation.Destroy);
            var exit = await new OperationHandler(context, choices).RunAsync(cancellationToken);
            if (exit is not ExitCode.Success || choices.PreviewOnly || !arguments.GetValue(remove))
                return exit;

            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            await new StackRemoval(context, workspace, await workspace.OpenStackAsync(cancellationToken)).RunAsync(force: false, keepsSettings: false, cancellationToken);
            return ExitCode.Success;
        });
    }
}
