using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Provisioning.Engine.Hosting;

/// <summary>Ends processes as Ctrl-C does, so that they can tidy up.</summary>
internal static class ProcessInterruption
{
    private const int Interrupt = 2;

    /// <summary>Asks a process to end, waits for that, and kills it with all it started when it does not.</summary>
    /// <param name="process">The process.</param>
    /// <param name="grace">How long it may take. Windows has no such signal for one process; there it is killed at once.</param>
    /// <param name="time">The clock.</param>
    public static async Task EndAsync(Process process, TimeSpan grace, TimeProvider time)
    {
        if (process.HasExited)
            return;

        if (!OperatingSystem.IsWindows() && Kill(process.Id, Interrupt) == 0)
        {
            using var limit = new CancellationTokenSource(grace, time);
            try
            {
                await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException)
            {
                // It took longer than it may.
            }
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
