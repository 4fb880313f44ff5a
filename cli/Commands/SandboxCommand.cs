using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Sandboxes;
using Provisioning.Engine.Projects;
using Provisioning.Sandbox;
using Spectre.Console;

namespace Provisioning.Cli.Commands;

/// <summary><c>sandbox</c>: runs the project's sandbox by itself until it is stopped; deployments attach to it.</summary>
internal sealed class SandboxCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var faults = new Option<string?>("--faults") { Description = "JSON file with fault rules", HelpName = "path" };
        var instant = new Option<bool>("--instant") { Description = "Let nothing take time: no replication delay, no long operation" };
        return run.Handle(new Command("sandbox", "Run the sandbox by itself and print its endpoints") { faults, instant }, async (arguments, context, cancellationToken) =>
        {
            var project = await ProjectReader.FindAsync(context.Settings.Directory, cancellationToken);
            var options = new SandboxOptions
            {
                StateDirectory = SandboxSession.StateDirectory(project.RootDirectory),
                FaultFile = arguments.GetValue(faults) is { } file ? Path.GetFullPath(file, context.Settings.Directory) : null,
                Delays = arguments.GetValue(instant) ? SandboxDelays.None : new SandboxDelays(),
            };
            await using var session = await SandboxSession.OpenAsync(options, cancellationToken);
            if (session.IsAttached)
            {
                throw new CommandException(new CommandError(
                    "ACC7102", ExitCode.Error, $"The project's sandbox already runs, as process {session.Connection.ProcessId}; stop that one first."));
            }

            context.Terminal.Console.Write(Endpoints(session.Connection));
            await context.Terminal.Out.WriteLineAsync("The sandbox runs until it is stopped with Ctrl-C.");
            await WaitAsync(cancellationToken);
            return ExitCode.Success;
        });
    }

    private static Grid Endpoints(SandboxConnection connection)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap());
        foreach (var (name, value) in (ReadOnlySpan<(string, object)>)
        [
            ("Resource Manager", connection.ResourceManager),
            ("Entra", connection.Login),
            ("Microsoft Graph", connection.Graph),
            ("Deep Lake", connection.DeepLake),
            ("Managed identities", connection.Identity),
            ("Administration", connection.Admin),
            ("Tenant", connection.TenantId),
            ("Subscription", connection.SubscriptionId),
            ("Deployer's client id", connection.Deployer.ClientId),
            ("Deployer's token file", connection.Deployer.TokenFile),
            ("Certificate authority", connection.CertificatePath),
        ])
        {
            grid.AddRow(new Text(name), new Text(value.ToString() ?? ""));
        }

        return grid;
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }
}
