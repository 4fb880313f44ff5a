using System.Diagnostics;

namespace Provisioning.Crash.Hook;

/// <summary>Writes down which points are reached, and kills the process at one of them, as the system would: without a farewell.</summary>
/// <param name="trace">The file to write to.</param>
/// <param name="point">Where to die; empty for nowhere.</param>
/// <param name="occurrence">At which occurrence of it, from 1.</param>
internal sealed class PointWatch(string trace, string point, int occurrence) : IObserver<KeyValuePair<string, object?>>
{
    private readonly Lock gate = new();
    private int seen;

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        lock (gate)
        {
            File.AppendAllText(trace, value.Key + "\n");
            if (value.Key != point || ++seen != occurrence)
                return;

            // SIGKILL on Unix. Whoever else reaches a point waits at the gate until it takes effect.
            using var self = Process.GetCurrentProcess();
            self.Kill();
            self.WaitForExit();
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }
}
