namespace Provisioning.Engine.Tests.Backends;

/// <summary>A clock that stands still, two hours east of Greenwich.</summary>
internal sealed class FakeClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 8, 21, 8, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(2), "east", "east");

    public override DateTimeOffset GetUtcNow() => Now;
}
