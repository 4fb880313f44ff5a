using System.ComponentModel;
using System.Diagnostics;

namespace Provisioning.Engine.Programs;

/// <summary>Runs a program's process to its end and passes on what it prints.</summary>
internal static class ProgramProcess
{
    /// <summary>Runs the command; cancelling ends the process with all it started.</summary>
    /// <param name="command">The command.</param>
    /// <param name="print">Gets each line of its output.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="ProgramException">It cannot be started.</exception>
    public static async Task<int> RunAsync(ProgramCommand command, Action<string> print, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        process.StandardInput.Close();
        var output = PrintAsync(process.StandardOutput, print);
        var errors = PrintAsync(process.StandardError, print);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await Task.WhenAll(output, errors).ConfigureAwait(false);
        return process.ExitCode;
    }

    private static Process Start(ProgramCommand command)
    {
        var start = new ProcessStartInfo(command.File, command.Arguments)
        {
            WorkingDirectory = command.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            if (value.Length > 0)
                start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start) ?? throw new ProgramException($"The program could not be started with '{command.File}'.");
        }
        catch (Win32Exception exception)
        {
            throw new ProgramException(
                $"The program could not be started with '{command.File}': {exception.Message}. Install it, or put it on PATH.", exception);
        }
    }

    private static async Task PrintAsync(StreamReader reader, Action<string> print)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            print(line);
    }
}
