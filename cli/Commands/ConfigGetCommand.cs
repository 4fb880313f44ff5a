using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>config get</c>: prints one value, decrypted, as Pulumi does.</summary>
internal sealed class ConfigGetCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var key = new ConfigKeyArgument();
        var command = new Command("get", "Print a configuration value");
        key.AddTo(command);
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenAnyStackAsync(cancellationToken);
            var path = key.Read(arguments, workspace.Project);
            var text = await store.FindConfigAsync(path, cancellationToken) ?? throw new CommandException(new CommandError(
                "ACC7009", ExitCode.Error, $"The stack '{store.Stack.Stack}' has no configuration value '{path.Key}'; set it with 'config set {path.Key} <value>'."));
            await context.Terminal.Out.WriteLineAsync(text);
            return ExitCode.Success;
        });
    }
}
