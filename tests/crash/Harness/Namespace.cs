using System.Diagnostics;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>A process that sees mounts of its own, which not every machine allows.</summary>
internal static class Namespace
{
    /// <summary>Whether <c>unshare</c> with these arguments succeeds.</summary>
    public static bool IsAllowed(IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", arguments) { RedirectStandardError = true });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
