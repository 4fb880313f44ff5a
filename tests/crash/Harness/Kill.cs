namespace Provisioning.Crash.Tests.Harness;

/// <summary>Where a process is to die.</summary>
/// <param name="Point">The durability point.</param>
/// <param name="Occurrence">At which of its occurrences, from 1.</param>
internal sealed record Kill(string Point, int Occurrence = 1)
{
    public override string ToString() => $"{Point} #{Occurrence}";
}
