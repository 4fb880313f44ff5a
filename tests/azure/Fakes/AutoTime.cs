namespace Provisioning.Providers.Azure.Tests.Fakes;

/// <summary>A clock on which every wait is over at once and moves the time on by its length.</summary>
internal sealed class AutoTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The waits so far, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
                return [.. waits];
        }
    }

    /// <summary>Called at each wait, before it is over.</summary>
    public Action<TimeSpan>? OnWait { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan span)
    {
        lock (gate)
            now += span;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            waits.Add(dueTime);
            now += dueTime;
        }

        OnWait?.Invoke(dueTime);
        return new FiredTimer(callback, state);
    }

    private sealed class FiredTimer : ITimer
    {
        private readonly Timer timer;

        public FiredTimer(TimerCallback callback, object? state) => timer = new Timer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
