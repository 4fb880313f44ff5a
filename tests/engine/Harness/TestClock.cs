namespace Provisioning.Engine.Tests.Harness;

/// <summary>A clock that advances by one second each time it is looked at.</summary>
internal sealed class TestClock : TimeProvider
{
    private long seconds;

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref seconds));

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
}
