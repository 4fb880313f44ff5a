using System.CommandLine;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>config rm</c>: removes one value.</summary>
internal sealed class ConfigRemoveCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var key = new ConfigKeyArgument();
        var command = new Command("rm", "Remove a configuration value");
        command.Aliases.Add("remove");
        key.AddTo(command);
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenAnyStackAsync(cancellationToken);
            await store.RemoveConfigAsync(key.Read(arguments, workspace.Project), cancellationToken);
            return ExitCode.Success;
        });
    }
}
