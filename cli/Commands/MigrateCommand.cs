using System.CommandLine;

namespace Provisioning.Cli.Commands;

/// <summary><c>migrate</c>: the commands that translate what older tools needed.</summary>
internal sealed class MigrateCommand : ICommandDefinition
{
    public Command Build(CommandRunner run) =>
        new("migrate", "Translate the files of an older set-up into lines of a stack document") { new MigratePodIdentityCommand().Build(run) };
}
