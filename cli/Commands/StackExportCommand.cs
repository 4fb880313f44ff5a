using System.CommandLine;
using System.Text;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack export</c>: writes the state of a stack in Pulumi's form, secrets encrypted.</summary>
internal sealed class StackExportCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var file = new Option<string?>("--file") { Description = "Where to write it (default: the output)", HelpName = "path" };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Write secrets in plain" };
        return run.Handle(new Command("export", "Write the state of the stack") { file, showSecrets }, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenStackAsync(cancellationToken);
            var export = await store.ExportAsync(arguments.GetValue(showSecrets), cancellationToken);
            if (arguments.GetValue(file) is { } path)
                await File.WriteAllBytesAsync(Path.GetFullPath(path, context.Settings.Directory), export, cancellationToken);
            else
                await context.Terminal.Out.WriteAsync(Encoding.UTF8.GetString(export));
            return ExitCode.Success;
        });
    }
}
