using System.Diagnostics;

namespace Provisioning.Bench.Measuring;

/// <summary>Runs programs one at a time and measures each as a whole. Linux only.</summary>
/// <param name="limit">How long a program may take.</param>
internal sealed class ProcessMeter(TimeSpan limit)
{
    private static readonly TimeSpan MemoryInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it took; null when it took longer than the limit, and was ended.</returns>
    /// <exception cref="BenchException">It failed.</exception>
    public async Task<Sample?> RunAsync(MeasuredCommand command, CancellationToken cancellationToken)
    {
        var usage = ChildUsage.Now();
        var started = Stopwatch.GetTimestamp();
        using var process = Start(command);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        using var ended = new CancellationTokenSource();
        var memory = WatchMemoryAsync(process.Id, ended.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(cancellationToken);
            return null;
        }
        finally
        {
            await ended.CancelAsync();
        }

        var wall = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0
            ? new Sample(wall, ChildUsage.Now() - usage, await memory)
            : throw new BenchException($"{command} ended with {process.ExitCode}:\n{await output}\n{await errors}");
    }

    /// <summary>Starts a program with its output on pipes.</summary>
    internal static Process Start(MeasuredCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = command.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PULUMI_HOME"] = Path.Combine(command.Folder, ".home");
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        var process = Process.Start(start) ?? throw new BenchException($"{command} cannot be started.");
        process.StandardInput.Close();
        return process;
    }

    /// <summary>The largest resident set: the system keeps it, and it is read until the process has ended.</summary>
    private static async Task<long> WatchMemoryAsync(int processId, CancellationToken ended)
    {
        var peak = 0L;
        using var timer = new PeriodicTimer(MemoryInterval);
        try
        {
            do
                peak = Math.Max(peak, PeakOf(processId));
            while (await timer.WaitForNextTickAsync(ended));
        }
        catch (OperationCanceledException)
        {
            // The process has ended.
        }

        return peak;
    }

    private static long PeakOf(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
