using System.Runtime.InteropServices;

namespace Provisioning.Bench.Measuring;

/// <summary>The processor time of all children that have ended, as the system adds it up (getrusage(2)).</summary>
internal static class ChildUsage
{
    private const int Children = -1;

    /// <summary>The time so far, in user and system mode.</summary>
    public static TimeSpan Now()
    {
        // Longer than the structure is anywhere: two times of two words each, and 14 words that are not needed.
        Span<long> usage = stackalloc long[32];
        return GetUsage(Children, ref MemoryMarshal.GetReference(usage)) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new InvalidOperationException($"The processor time of children cannot be read: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, ref long usage);
}
