using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Provisioning.Bench.Measuring;

/// <summary>Counts what a program writes, with <c>strace</c>. The program is slower under it, so nothing else is measured then.</summary>
/// <param name="meter">Runs the program.</param>
internal sealed partial class SystemCallTrace(ProcessMeter meter)
{
    private const string Tracer = "strace";

    private static readonly ImmutableArray<string> Calls =
        ["fsync", "fdatasync", "sync_file_range", "write", "pwrite64", "writev", "pwritev", "copy_file_range", "sendfile"];

    /// <summary>Whether the tracer can be had.</summary>
    public static bool IsAvailable => Executables.Find(Tracer) is not null;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program.</param>
    /// <param name="part">A part of the paths whose writes count.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>What it wrote; null when it took too long.</returns>
    public async Task<Writes?> RunAsync(MeasuredCommand command, string part, CancellationToken cancellationToken)
    {
        var log = Path.Combine(command.Folder, "trace.log");
        var traced = new MeasuredCommand(
            Tracer,
            ["-f", "-qq", "--seccomp-bpf", "-y", "-s", "0", "-e", "signal=none", "-e", "trace=" + string.Join(',', Calls), "-o", log, command.Program, .. command.Arguments],
            command.Folder);
        if (await meter.RunAsync(traced, cancellationToken) is null)
            return null;

        var (bytes, flushes) = (0L, 0);
        foreach (var line in File.ReadLines(log))
        {
            var call = Call().Match(line);
            if (!call.Success)
                continue;
            if (call.Groups["name"].Value.Contains("sync", StringComparison.Ordinal))
                flushes++;
            else if (Target(call).Contains(part, StringComparison.Ordinal))
                bytes += long.Parse(call.Groups["result"].Value);
        }

        File.Delete(log);
        return new Writes(bytes, flushes);
    }

    /// <summary>The path of the file that is written to: a copy names its source first, and sending its target.</summary>
    private static string Target(Match call)
    {
        var paths = call.Groups["path"].Captures;
        return call.Groups["name"].Value == "copy_file_range" ? paths[^1].Value : paths[0].Value;
    }

    [GeneratedRegex(@"^\d+ +(?<name>\w+)\((?:[^<]*<(?<path>[^>]*)>)+.*\) += (?<result>\d+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
