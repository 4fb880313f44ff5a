namespace Provisioning.Crash.Tests.Harness;

/// <summary>A clock that somebody sets each time it is looked at: a day back, a day ahead, and right again.</summary>
internal sealed class RestlessClock : TimeProvider
{
    private int _looks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromDays((Interlocked.Increment(ref _looks) % 3) - 1);
}
