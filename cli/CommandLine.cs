using System.CommandLine;
using Provisioning.Cli.Commands;

namespace Provisioning.Cli;

/// <summary>The whole command line: parses arguments and runs the command they name.</summary>
public static class CommandLine
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The arguments without the program's name.</param>
    /// <param name="host">The process around it.</param>
    /// <param name="cancellationToken">Stops the command as Ctrl-C does.</param>
    /// <returns>An <see cref="ExitCode"/> as a number.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandHost host, CancellationToken cancellationToken)
    {
        var globals = new GlobalOptions();
        var runner = new CommandRunner(host, globals);
        var root = new RootCommand("Declares secret-free access for ML workloads on Azure from one document per environment.");
        globals.AddTo(root);
        foreach (var definition in Definitions())
            root.Subcommands.Add(definition.Build(runner));

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            // The option that is wrong may be a global one, so none is read.
            var terminal = host.Terminal(new GlobalSettings(host.WorkingDirectory, null, "auto", false, false));
            foreach (var error in parsed.Errors)
                await terminal.Error.WriteLineAsync($"error ACC7001: {error.Message}");
            await terminal.Error.WriteLineAsync("Run 'provision --help' for the commands and their options.");
            return (int)ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
    }

    private static IEnumerable<ICommandDefinition> Definitions() =>
    [
        new UpCommand(),
        new PreviewCommand(),
        new RefreshCommand(),
        new DestroyCommand(),
        new ImportCommand(),
        new ValidateCommand(),
        new StackCommand(),
        new StateCommand(),
        new ConfigCommand(),
        new EnvCommand(),
        new VerifyCommand(),
        new IdentityHostCommand(),
        new MigrateCommand(),
        new CancelCommand(),
        new SandboxCommand(),
        new PublishCommand(),
        new VersionCommand(),
    ];
}
