using System.Diagnostics;

namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>A <see cref="Contender"/> in a process of its own.</summary>
internal sealed class ContenderProcess : IAsyncDisposable
{
    private readonly Process process;

    private ContenderProcess(Process process) => this.process = process;

    /// <summary>Starts one on a container, and waits until it is ready.</summary>
    public static async Task<ContenderProcess> StartAsync(TestContainer container)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Contender).Assembly.Location, container.Url]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in container.Variables)
            start.Environment[name] = value;
        var contender = new ContenderProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started."));
        Assert.Equal("ready", await contender.ReadAsync());
        return contender;
    }

    /// <summary>Gives a command, and waits for its answer.</summary>
    public async Task<string> DoAsync(string command, string stack, string text = "-")
    {
        await process.StandardInput.WriteLineAsync($"{command} {stack} {text}");
        await process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    /// <summary>Kills the process; nothing of it runs any more.</summary>
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

    private async Task<string> ReadAsync() => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The contender ended.");
}
