using System.CommandLine;

namespace Provisioning.Cli.Commands;

/// <summary><c>config</c>: the commands about the configuration of a stack.</summary>
internal sealed class ConfigCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var command = new Command("config", "Read and change the configuration of the stack");
        foreach (var definition in (ICommandDefinition[])[new ConfigGetCommand(), new ConfigSetCommand(), new ConfigRemoveCommand()])
            command.Subcommands.Add(definition.Build(run));
        return command;
    }
}
