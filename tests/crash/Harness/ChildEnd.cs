using Provisioning.Cli;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>How a child process ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Points">The durability points that it reached, in order.</param>
internal sealed record ChildEnd(int Code, string Output, IReadOnlyList<PointReached> Points)
{
    /// <summary>What .NET makes of a death by SIGKILL: 128 and the signal's number.</summary>
    private const int Killed = 128 + 9;

    /// <summary>Whether it was killed.</summary>
    public bool WasKilled => Code == Killed;

    /// <summary>The end, when the command succeeded; fails the test with what it wrote otherwise.</summary>
    public ChildEnd Succeeded() => Ended(ExitCode.Success);

    /// <summary>The end, when it is the expected one; fails the test with what it wrote otherwise.</summary>
    public ChildEnd Ended(ExitCode expected)
    {
        Assert.True(Code == (int)expected, $"The command ended with {Code} instead of {expected}:\n{Output}");
        return this;
    }

    /// <summary>How often a point was reached.</summary>
    public int CountOf(string point) => Points.Count(reached => reached.Name == point);

    /// <summary>The last point reached; null when there was none.</summary>
    public string? LastPoint => Points.Count == 0 ? null : Points[^1].Name;
}
