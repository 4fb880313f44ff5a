using Provisioning.Sandbox;

namespace Provisioning.Cli.Sandboxes;

/// <summary>
/// The one sandbox session of a command: whoever needs it first opens it, and it ends with the command. A sandbox of this process is not
/// started twice, whatever asks for it in the background. Thread-safe.
/// </summary>
internal sealed class SharedSandbox : IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task<SandboxSession>? opening;
    private bool isClosed;

    /// <summary>The session, opened by the first call.</summary>
    /// <param name="options">How a sandbox is started when none runs.</param>
    /// <param name="cancellationToken">Stops waiting; the first caller's stops the start.</param>
    public Task<SandboxSession> OpenAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        // Guards both fields: nothing is opened once the command has ended.
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            return opening is { IsFaulted: false, IsCanceled: false }
                ? opening.WaitAsync(cancellationToken)
                : opening = SandboxSession.OpenAsync(options, cancellationToken);
        }
    }

    /// <summary>Ends the session, once it is open.</summary>
    public async ValueTask DisposeAsync()
    {
        Task<SandboxSession>? opened;
        lock (gate)
        {
            isClosed = true;
            opened = opening;
        }

        if (opened is null)
            return;
        await ((Task)opened).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opened.IsCompletedSuccessfully)
            await (await opened).DisposeAsync();
    }
}
