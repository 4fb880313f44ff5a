using System.Runtime.InteropServices;

namespace Provisioning.Bench.Measuring;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    /// <summary>One line: processor, cores, memory, file system, operating system and runtime.</summary>
    /// <param name="folder">Where state is written.</param>
    public static string Describe(string folder) => string.Join(
        ", ",
        $"{Environment.ProcessorCount} cores ({Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString()})",
        $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB of memory",
        $"{FileSystem(folder)}",
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    /// <summary>The number of processes that wanted to run while measuring, on average over a minute; 0 when not known.</summary>
    public static double Load() =>
        File.Exists("/proc/loadavg") && double.TryParse(File.ReadAllText("/proc/loadavg").Split(' ')[0], out var load) ? load : 0;

    private static string? Field(string file, string name) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() : null;

    private static string FileSystem(string folder) => DriveInfo.GetDrives()
        .Where(drive => folder.StartsWith(drive.RootDirectory.FullName, StringComparison.Ordinal))
        .OrderByDescending(drive => drive.RootDirectory.FullName.Length)
        .Select(drive => drive.DriveFormat)
        .FirstOrDefault("unknown file system");
}
