namespace Provisioning.Crash.Tests.Harness;

/// <summary>A clock that goes right and was set wrong.</summary>
/// <param name="offset">By how much.</param>
internal sealed class SetClock(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
}
