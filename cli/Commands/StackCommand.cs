using System.CommandLine;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack</c>: the commands about stacks.</summary>
internal sealed class StackCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var command = new Command("stack", "List, choose and read stacks");
        foreach (var definition in (ICommandDefinition[])
        [
            new StackInitCommand(),
            new StackListCommand(),
            new StackSelectCommand(),
            new StackOutputCommand(),
            new StackHistoryCommand(),
            new StackChangeSecretsProviderCommand(),
            new StackRenameCommand(),
            new StackRemoveCommand(),
            new StackExportCommand(),
            new StackImportCommand(),
        ])
        {
            command.Subcommands.Add(definition.Build(run));
        }

        return command;
    }
}
