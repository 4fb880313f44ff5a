using System.ComponentModel;
using System.Diagnostics;
using Provisioning.Engine.Hosting;

namespace Provisioning.Engine.Programs;

/// <summary>Runs a program's process to its end and passes on what it prints.</summary>
internal static class ProgramProcess
{
    /// <summary>How long an interrupted program may take to end, and the output of one that ended to arrive.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs the command; cancelling ends the process with all it started.</summary>
    /// <param name="command">The command.</param>
    /// <param name="print">Gets each line of its output.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the process: asks it to first.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="ProgramException">It cannot be started.</exception>
    public static async Task<int> RunAsync(ProgramCommand command, Action<string> print, TimeProvider time, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        process.StandardInput.Close();
        var output = ProcessOutput.ReadAsync(process.StandardOutput, print);
        var errors = ProcessOutput.ReadAsync(process.StandardError, print);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await ProcessInterruption.EndAsync(process, Grace, time).ConfigureAwait(false);
            throw;
        }

        try
        {
            await Task.WhenAll(output, errors).WaitAsync(Grace, time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A process that the program left behind holds its streams open; what that prints is not waited for.
        }

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
}
