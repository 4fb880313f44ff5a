using System.Diagnostics;

namespace Provisioning.Conformance.Tests.Harness;

/// <summary>A Node.js process that a test talks to by lines. What it writes to stderr becomes part of the message when it ends too early.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private NodeProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a judge and waits for its first line, which says that it is ready.</summary>
    /// <param name="script">Its path below the folder of the packages, such as <c>judges/grpc-server.js</c>.</param>
    /// <param name="arguments">What it is started with.</param>
    public static async Task<(NodeProcess Process, string FirstLine)> StartAsync(string script, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(NodeWorkspace.Directory, script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = new NodeProcess(Process.Start(start) ?? throw new InvalidOperationException("node cannot be started."));
        return (process, await process.ReadLineAsync());
    }

    /// <summary>The next line of stdout.</summary>
    public async Task<string> ReadLineAsync() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The judge ended: {await errors}");

    /// <summary>Everything up to the end of the process.</summary>
    public async Task<string> ReadToEndAsync()
    {
        process.StandardInput.Close();
        return await process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Writes a line to stdin.</summary>
    public async Task WriteLineAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
