namespace Provisioning.Engine.Backends;

/// <summary>
/// Tells processes of one machine apart for ever: process ids are given again, mean something only within one start of
/// the machine and one container, and clocks are set. Known on Linux only.
/// </summary>
/// <remarks>An identity is <c>&lt;boot id&gt;/&lt;namespace of process ids&gt;/&lt;start of the process, in ticks since boot&gt;</c>.</remarks>
internal static class ProcessIdentity
{
    private const string BootId = "/proc/sys/kernel/random/boot_id";
    private const string PidNamespace = "/proc/self/ns/pid";

    /// <summary>The identity of this process; empty where the system does not tell.</summary>
    public static string Current { get; } = Table() is { } table && StartOf(Environment.ProcessId) is { } start ? $"{table}/{start}" : "";

    /// <summary>Whether a process is known to have ended; false in doubt.</summary>
    /// <param name="identity">Its identity; of a user whose processes this one may see.</param>
    /// <param name="processId">Its id.</param>
    public static bool HasEnded(string identity, int processId)
    {
        var slash = identity.LastIndexOf('/');
        return slash > 0 && identity[..slash] == Table() && StartOf(processId) != identity[(slash + 1)..];
    }

    private static string? Table()
    {
        try
        {
            return File.Exists(BootId) && new FileInfo(PidNamespace).LinkTarget is { } pids ? $"{File.ReadAllText(BootId).Trim()}/{pids}" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>When a process started; null when there is none, or only what is left of one.</summary>
    private static string? StartOf(int processId)
    {
        try
        {
            // The name in parentheses may hold anything; the fields that count come behind it (proc(5): 3 state, 22 starttime).
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
