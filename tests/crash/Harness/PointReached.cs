using System.Globalization;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>A durability point that a process reached.</summary>
/// <param name="Name">The point.</param>
/// <param name="Ticks">When.</param>
internal readonly record struct PointReached(string Name, long Ticks)
{
    /// <summary>Reads a line of the hook's file; null when the process died while it wrote it.</summary>
    public static PointReached? TryParse(string line) =>
        line.Split(' ') is [var name, var ticks] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? new PointReached(name, at) : null;
}
