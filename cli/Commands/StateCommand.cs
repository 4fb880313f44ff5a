using System.CommandLine;

namespace Provisioning.Cli.Commands;

/// <summary><c>state</c>: the commands that change what a stack remembers, and nothing in the cloud.</summary>
internal sealed class StateCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var command = new Command("state", "Change what the stack remembers, and nothing in the cloud");
        foreach (var definition in (ICommandDefinition[])
        [
            new StateDeleteCommand(),
            new StateUnprotectCommand(),
            new StateRenameCommand(),
            new StateRepairCommand(),
        ])
        {
            command.Subcommands.Add(definition.Build(run));
        }

        return command;
    }
}
