using Provisioning.Cli.Diagnostics;
using Provisioning.Sandbox;

namespace Provisioning.Cli.Sandboxes;

/// <summary>
/// A sandbox to deploy to: the one that runs on the project already, or one in this process for as long as the
/// session lasts.
/// </summary>
internal sealed class SandboxSession : IAsyncDisposable
{
    private readonly SandboxHost? host;

    private SandboxSession(SandboxConnection connection, SandboxHost? host)
    {
        Connection = connection;
        this.host = host;
    }

    /// <summary>How to reach it.</summary>
    public SandboxConnection Connection { get; }

    /// <summary>Whether the sandbox runs in another process.</summary>
    public bool IsAttached => host is null;

    /// <summary>Where the sandbox of a project keeps its world.</summary>
    public static string StateDirectory(string projectDirectory) => Path.Combine(projectDirectory, ".sandbox");

    /// <summary>Attaches to the running sandbox of a project, or starts one.</summary>
    public static async Task<SandboxSession> OpenAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        if (await SandboxConnection.FindRunningAsync(options.StateDirectory, cancellationToken) is { } running)
            return new SandboxSession(running, null);

        try
        {
            var host = await SandboxHost.StartAsync(options, cancellationToken);
            return new SandboxSession(host.Connection, host);
        }
        catch (Exception exception) when (exception is SandboxAlreadyRunningException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                new CommandError("ACC7101", ExitCode.Error, $"The sandbox cannot start: {exception.Message}"), exception);
        }
    }

    /// <summary>Ends a sandbox of this process; leaves one of another process alone.</summary>
    public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
