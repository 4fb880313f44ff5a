using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Provisioning.Crash.Hook;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>The real command line as a process of its own, which may be killed.</summary>
internal sealed class ChildCommand : IDisposable
{
    private readonly Process _process;
    private readonly string _trace;
    private readonly StringBuilder _output = new();
    private readonly Lock _gate = new();
    private (string Text, TaskCompletionSource Written)? _awaited;

    private ChildCommand(Process process, string trace)
    {
        _process = process;
        _trace = trace;
        process.OutputDataReceived += (_, line) => Collect(line.Data);
        process.ErrorDataReceived += (_, line) => Collect(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a command.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="kill">Where it is to kill itself; null for nowhere.</param>
    /// <param name="shell">A shell command that sets limits and then runs <c>"$@"</c>; null to start the command itself.</param>
    public static ChildCommand Start(string folder, ImmutableArray<string> arguments, Kill? kill = null, string? shell = null)
    {
        var trace = Path.Combine(folder, $"points-{Guid.NewGuid():n}.txt");
        var program = Path.Combine(AppContext.BaseDirectory, "provision.dll");
        ImmutableArray<string> command = ["dotnet", program, .. arguments];
        var start = shell is null ? new ProcessStartInfo(command[0], command[1..]) : new ProcessStartInfo("bash", ["-c", shell, "bash", .. command]);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ARM_", StringComparison.Ordinal) || name.StartsWith("PULUMI_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["PULUMI_HOME"] = Path.Combine(folder, ".home");
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(HookVariables).Assembly.Location;
        start.Environment[HookVariables.Trace] = trace;
        start.Environment[HookVariables.Point] = kill?.Point ?? "";
        start.Environment[HookVariables.Occurrence] = (kill?.Occurrence ?? 0).ToString(CultureInfo.InvariantCulture);
        start.Environment[HookVariables.Delay] = ((int)(kill?.Delay.TotalMicroseconds ?? 0)).ToString(CultureInfo.InvariantCulture);
        return new ChildCommand(new Process { StartInfo = start }, trace);
    }

    /// <summary>Waits until it writes a text, or ends; whether it wrote it.</summary>
    public async Task<bool> WritesAsync(string text)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaited = (text, written);
            if (_output.ToString().Contains(text, StringComparison.Ordinal))
                written.SetResult();
        }

        return await Task.WhenAny(written.Task, _process.WaitForExitAsync()) == written.Task;
    }

    /// <summary>Kills it with SIGKILL; nothing happens when it has ended.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Sends it what Ctrl-C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<ChildEnd> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        var lines = File.Exists(_trace) ? await File.ReadAllLinesAsync(_trace) : [];
        var points = lines.Select(PointReached.TryParse).OfType<PointReached>().ToList();
        File.Delete(_trace);
        lock (_gate)
            return new ChildEnd(_process.ExitCode, _output.ToString(), points);
    }

    public void Dispose() => _process.Dispose();

    private void Collect(string? line)
    {
        lock (_gate)
        {
            _output.AppendLine(line);
            if (_awaited is var (text, written) && line?.Contains(text, StringComparison.Ordinal) == true)
                written.TrySetResult();
        }
    }
}
