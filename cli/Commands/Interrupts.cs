using System.Runtime.InteropServices;

namespace Provisioning.Cli.Commands;

/// <summary>
/// Ctrl-C and termination requests: the first asks to stop in order (running steps end, no new one starts), the second
/// to give up the running steps.
/// </summary>
public sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    /// <summary>Cancelled by the first request.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Cancelled by the second request.</summary>
    public CancellationToken Abort => abort.Token;

    /// <summary>The requests that this process gets.</summary>
    public static Interrupts OfProcess()
    {
        var interrupts = new Interrupts();
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            interrupts.registrations.Add(PosixSignalRegistration.Create(signal, received =>
            {
                received.Cancel = true;
                interrupts.Request();
            }));
        }

        return interrupts;
    }

    /// <summary>Takes one request.</summary>
    public void Request()
    {
        if (stop.IsCancellationRequested)
            abort.Cancel();
        else
            stop.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stop.Dispose();
        abort.Dispose();
    }
}
