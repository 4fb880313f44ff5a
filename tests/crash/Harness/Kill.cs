using Provisioning.Crash.Hook;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>Where a process is to die.</summary>
/// <param name="Point">The durability point.</param>
/// <param name="Occurrence">At which of its occurrences, from 1.</param>
internal sealed record Kill(string Point, int Occurrence = 1)
{
    /// <summary>How much later.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>A moment of a run that passes so many points, from its start to beyond its end.</summary>
    public static Kill AtRandom(Random random, int points) =>
        new(HookVariables.AnyPoint, random.Next(points + 1)) { Delay = TimeSpan.FromMicroseconds(1 + random.Next(20_000)) };

    public override string ToString() => $"{Point} #{Occurrence} + {Delay.TotalMilliseconds} ms";
}
