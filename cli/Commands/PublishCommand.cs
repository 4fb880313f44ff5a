using System.CommandLine;
using System.Runtime.InteropServices;
using Provisioning.Cli.Publishing;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>publish</c>: makes a folder that works on machines without the .NET SDK.</summary>
internal sealed class PublishCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "The folder to make",
            HelpName = "folder",
            DefaultValueFactory = _ => Path.Combine("artifacts", "published"),
        };
        var runtime = new Option<string>("--runtime")
        {
            Description = "The system it is for",
            HelpName = "rid",
            DefaultValueFactory = _ => RuntimeInformation.RuntimeIdentifier,
        };
        var native = new Option<bool>("--native")
        {
            Description = "Compile this command to machine code, which starts faster; takes minutes, and needs a C compiler",
        };
        var command = new Command("publish", "Make a folder with program, provider plugin and this command, for machines without the .NET SDK") { output, runtime, native };
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var folder = Path.GetFullPath(arguments.GetValue(output) ?? "", context.Settings.Directory);
            var system = arguments.GetValue(runtime) ?? "";
            await context.Terminal.Error.WriteLineAsync($"Publishing for {system}...");
            await new ProductBuild(workspace.Project.RootDirectory).RunAsync(
                Path.Combine(folder, PublishedProject.Binaries), system, arguments.GetValue(native), cancellationToken);
            await PublishedProject.WriteAsync(workspace.Project, folder, cancellationToken);
            await context.Terminal.Out.WriteLineAsync(folder);
            return ExitCode.Success;
        });
    }
}
