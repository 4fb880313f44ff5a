using System.CommandLine;
using Provisioning.Cli.Diagnostics;

namespace Provisioning.Cli.Commands;

/// <summary>Runs handlers in the context of a parsed command line, and turns failures into messages and exit codes.</summary>
/// <param name="host">The process around them.</param>
/// <param name="globals">The global options.</param>
internal sealed class CommandRunner(CommandHost host, GlobalOptions globals)
{
    /// <summary>Gives a command its handler.</summary>
    public Command Handle(Command command, Func<ParseResult, CommandContext, CancellationToken, Task<ExitCode>> handler)
    {
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var settings = globals.Read(arguments, host.WorkingDirectory);
            var context = new CommandContext(host, settings, host.Terminal(settings));
            await using var sandbox = context.Sandbox;
            return (int)await GuardAsync(context, () => handler(arguments, context, cancellationToken));
        });
        return command;
    }

    private static async Task<ExitCode> GuardAsync(CommandContext context, Func<Task<ExitCode>> handler)
    {
        try
        {
            return await handler();
        }
        catch (OperationCanceledException)
        {
            await context.Terminal.Error.WriteLineAsync("error: stopped before anything was done");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (ErrorTranslation.Translate(exception) is { } error)
        {
            await context.Terminal.Error.WriteLineAsync($"error {error.Id}: {error.Message}");
            if (context.Settings.Verbose)
                await context.Terminal.Error.WriteLineAsync(exception.ToString());
            return error.Exit;
        }
        catch (Exception exception)
        {
            // Whatever is not translated is a bug; the user gets one line, and the trace when asked for.
            await context.Terminal.Error.WriteLineAsync($"error ACC7999: internal error: {exception.Message} (run again with --verbose for the stack trace)");
            if (context.Settings.Verbose)
                await context.Terminal.Error.WriteLineAsync(exception.ToString());
            return ExitCode.Internal;
        }
    }
}
