using System.Diagnostics;
using Provisioning.Cli;
using Provisioning.Cli.Commands;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>
/// The built command line that <c>PROVISIONING_PROGRAM</c> names, such as the one of machine code. With it the tests hold a process of it to what they
/// expect, in place of the command line within their own process.
/// </summary>
/// <param name="path">The executable.</param>
internal sealed class BuiltProgram(string path)
{
    /// <summary>The program; null when none is named.</summary>
    public static BuiltProgram? Named { get; } =
        Environment.GetEnvironmentVariable("PROVISIONING_PROGRAM") is { Length: > 0 } path ? new(Path.GetFullPath(path)) : null;

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where it works.</param>
    /// <param name="environment">Its environment variables; there are no others but what finds programs.</param>
    /// <param name="onLine">Sees each line, and may press Ctrl-C.</param>
    /// <param name="arguments">The command.</param>
    public async Task<CommandResult> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, Action<string, Interrupts> onLine, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "HOME")).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{path}' could not be started.");
        process.StandardInput.Close();
        using var interrupts = new Interrupts();
        using var stop = interrupts.Stop.Register(() => Signal(process));
        using var abort = interrupts.Abort.Register(() => Signal(process));
        await using var output = new WatchedWriter(line => onLine(line, interrupts));
        await using var error = new WatchedWriter(line => onLine(line, interrupts));
        await Task.WhenAll(CopyAsync(process.StandardOutput, output), CopyAsync(process.StandardError, error));
        await process.WaitForExitAsync();
        return new CommandResult((ExitCode)process.ExitCode, output.ToString(), error.ToString());
    }

    private static void Signal(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        kill.WaitForExit();
    }

    private static async Task CopyAsync(StreamReader from, WatchedWriter to)
    {
        var buffer = new char[4096];
        while (await from.ReadAsync(buffer) is > 0 and var read)
            await to.WriteAsync(buffer.AsMemory(0, read));
    }
}
