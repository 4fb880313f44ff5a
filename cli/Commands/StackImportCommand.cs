using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack import</c>: replaces the state of a stack by an export.</summary>
internal sealed class StackImportCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var file = new Option<string>("--file") { Description = "The export, or a backup of the state", HelpName = "path", Required = true };
        var force = new Option<bool>("--force", "-f") { Description = "Also take what belongs to another stack, or breaks a rule" };
        return run.Handle(new Command("import", "Replace the state of the stack by an export") { file, force }, async (arguments, context, cancellationToken) =>
        {
            var path = Path.GetFullPath(arguments.GetRequiredValue(file), context.Settings.Directory);
            if (!File.Exists(path))
                throw new CommandException(new CommandError("ACC7008", ExitCode.Usage, $"There is no file '{path}'."));

            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenStackAsync(cancellationToken);
            var export = await File.ReadAllBytesAsync(path, cancellationToken);
            var dropped = await store.ImportAsync(export, $"'{path}'", arguments.GetValue(force), cancellationToken);
            foreach (var operation in dropped)
                await context.Terminal.Error.WriteLineAsync($"warning: the pending operation on {operation.Resource.Urn} was dropped; run 'refresh'.");
            await context.Terminal.Out.WriteLineAsync("Imported.");
            return ExitCode.Success;
        });
    }
}
