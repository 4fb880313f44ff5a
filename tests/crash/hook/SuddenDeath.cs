using System.Diagnostics;

namespace Provisioning.Crash.Hook;

/// <summary>The end of this process as the system would bring it, without a farewell: SIGKILL on Unix.</summary>
/// <param name="delay">How long it takes to come.</param>
internal sealed class SuddenDeath(TimeSpan delay)
{
    private Thread? coming;

    /// <summary>Lets it come. Without a delay the caller does not return.</summary>
    public void Come()
    {
        if (delay == TimeSpan.Zero)
        {
            Kill();
            return;
        }

        var since = Stopwatch.GetTimestamp();
        coming = new Thread(() =>
        {
            // A timer would round to milliseconds, in which much happens.
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(since) >= delay);
            Kill();
        })
        { IsBackground = true };
        coming.Start();
    }

    private static void Kill()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }
}
