namespace Provisioning.Providers.DeepLake.Tests.Fakes;

/// <summary>
/// A clock that jumps over short waits as soon as they begin and remembers them. Longer timers, which limit requests and
/// operations, stand still until a test lets them elapse.
/// </summary>
internal sealed class JumpingClock : TimeProvider
{
    private static readonly TimeSpan LongestJump = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly List<StandingTimer> standing = [];
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    /// <summary>The waits it jumped over, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
                return [.. waits];
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > LongestJump || dueTime < TimeSpan.Zero)
        {
            var timer = new StandingTimer(this, callback, state, dueTime);
            lock (gate)
                standing.Add(timer);
            return timer;
        }

        lock (gate)
        {
            waits.Add(dueTime);
            now += dueTime;
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the standing timers of a length elapse.</summary>
    public void Elapse(TimeSpan length)
    {
        List<StandingTimer> due;
        lock (gate)
        {
            now += length;
            due = [.. standing.Where(timer => timer.DueTime == length)];
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class StandingTimer(JumpingClock clock, TimerCallback callback, object? state, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime { get; private set; } = dueTime;

        public void Fire() => callback(state);

        public bool Change(TimeSpan newDueTime, TimeSpan period)
        {
            DueTime = newDueTime;
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.standing.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
