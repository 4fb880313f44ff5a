using System.Runtime.InteropServices;

namespace Provisioning.Providers.DeepLake.Hosting;

/// <summary>The signals by which engines and systems end a plugin: SIGINT and SIGTERM.</summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    /// <summary>Takes the signals of this process from now on.</summary>
    public TerminationSignals() =>
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Take), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take)];

    /// <summary>Cancelled by the first of them.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        source.Dispose();
    }

    private void Take(PosixSignalContext signal)
    {
        // The process ends by itself, and well.
        signal.Cancel = true;
        source.Cancel();
    }
}
