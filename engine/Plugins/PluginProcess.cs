using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Provisioning.Engine.Hosting;
using Provisioning.Engine.Providers;

namespace Provisioning.Engine.Plugins;

/// <summary>A running plugin. The first line that it prints is the port it listens on; it ends when this is disposed.</summary>
/// <remarks>Follows Pulumi's sdk/go/common/resource/plugin/plugin.go.</remarks>
internal sealed partial class PluginProcess : IAsyncDisposable
{
    /// <summary>How long a plugin may take to end, as Pulumi grants it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How long after its connection a process that dies may be seen to end.</summary>
    private static readonly TimeSpan EndDelay = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Puts a plugin out of reach of the terminal, where that is at hand: Ctrl-C is for the engine, whose running calls the
    /// plugin has yet to answer.
    /// </summary>
    private static readonly ImmutableArray<string> SessionLeader = File.Exists("/usr/bin/setsid") ? ["/usr/bin/setsid"] : [];

    private readonly Process process;
    private readonly string name;
    private readonly TimeProvider time;
    private readonly OutputTail errors = new();
    private readonly Task errorsRead;

    private PluginProcess(Process process, PluginStart start)
    {
        this.process = process;
        name = start.Name;
        time = start.Time;
        Limit = start.Limit;
        errorsRead = ProcessOutput.ReadAsync(process.StandardError, line =>
        {
            errors.Add(line);
            start.Print(line);
        });
    }

    /// <summary>Where it listens: <c>127.0.0.1:port</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>How long it may take for each of the steps until it can be used.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Starts a plugin and waits until it says where it listens.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ProviderNotFoundException">It cannot be started, or does not say where it listens in time.</exception>
    public static async Task<PluginProcess> StartAsync(PluginStart start, CancellationToken cancellationToken)
    {
        var plugin = new PluginProcess(Start(start), start);
        try
        {
            plugin.Address = await plugin.ReadAddressAsync(cancellationToken).ConfigureAwait(false);
            _ = ProcessOutput.ReadAsync(plugin.process.StandardOutput, start.Print);
            return plugin;
        }
        catch
        {
            await plugin.KillAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Is cancelled when <see cref="Limit"/> has passed from now on.</summary>
    public CancellationTokenSource StartDeadline() => new(Limit, time);

    /// <summary>How the plugin ended, when a call to it broke off; null when it still runs.</summary>
    public async Task<string?> DescribeEndAsync()
    {
        using var limit = new CancellationTokenSource(EndDelay, time);
        try
        {
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            await ReadErrorsAsync().ConfigureAwait(false);
            return $"The provider plugin '{name}' ended with exit code {process.ExitCode} in the middle of the call. {errors}";
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ProcessInterruption.EndAsync(process, Grace, time).ConfigureAwait(false);
        process.Dispose();
    }

    private static Process Start(PluginStart start)
    {
        string[] command = [.. SessionLeader, start.Command.File, .. start.Command.Arguments, start.EngineAddress];
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = start.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in start.Environment)
            info.Environment[variable] = value;

        try
        {
            var process = Process.Start(info) ?? throw NotStarted("no process was made");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception exception)
        {
            throw NotStarted(exception.Message);
        }

        ProviderNotFoundException NotStarted(string why) =>
            new($"The provider plugin '{start.Name}' could not be started with '{start.Command.File}': {why}.");
    }

    private async Task<string> ReadAddressAsync(CancellationToken cancellationToken)
    {
        using var deadline = StartDeadline();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        string? line;
        try
        {
            line = await process.StandardOutput.ReadLineAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderNotFoundException(
                $"The provider plugin '{name}' did not print the port it listens on within {Limit.TotalSeconds:0} s. {errors}");
        }

        if (line is null)
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            await ReadErrorsAsync().ConfigureAwait(false);
            throw new ProviderNotFoundException(
                $"The provider plugin '{name}' ended with exit code {process.ExitCode} before it printed the port it listens on. {errors}");
        }

        return ushort.TryParse(TerminalSequence().Replace(line, "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? $"127.0.0.1:{port}"
            : throw new ProviderNotFoundException(
                $"The first line that the provider plugin '{name}' printed is '{line}' and not the port it listens on; nothing may precede that. {errors}");
    }

    /// <summary>Waits for the last words of a process that has ended; what it started may keep the stream open.</summary>
    private Task ReadErrorsAsync() => Task.WhenAny(errorsRead, Task.Delay(EndDelay, time));

    private async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        process.Dispose();
    }

    /// <summary>What .NET's commands tell a terminal about their progress.</summary>
    [GeneratedRegex("\u001b\\][^\u0007\u001b]*(\u0007|\u001b\\\\)")]
    private static partial Regex TerminalSequence();
}
