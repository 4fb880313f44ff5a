using System.Diagnostics;
using System.Text;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>A command of the real command line, in a process of its own.</summary>
internal sealed class CommandProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private CommandProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a command in a project whose states are in a container.</summary>
    public static CommandProcess Start(TestProject project, TestContainer container, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "provision.dll"), .. arguments])
        {
            WorkingDirectory = project.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PULUMI_HOME"] = project.PathOf(".home") },
        };
        foreach (var (name, value) in container.Variables)
            start.Environment[name] = value;
        return new CommandProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started."));
    }

    /// <summary>Waits until the command writes a line that holds a text.</summary>
    public async Task SaysAsync(string text)
    {
        var seen = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            seen.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"The command ended without '{text}':\n{seen}{await errors}");
    }

    /// <summary>Waits for the end of the command: its exit code, and all that it wrote.</summary>
    public async Task<(int Exit, string All)> EndAsync()
    {
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Kills the process (SIGKILL): no line of it runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }
}
