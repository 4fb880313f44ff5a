using System.CommandLine;

namespace Provisioning.Cli.Commands;

/// <summary>One command: its name, options and handler.</summary>
internal interface ICommandDefinition
{
    /// <summary>Builds the command; <paramref name="run"/> turns a handler into its action.</summary>
    Command Build(CommandRunner run);
}
