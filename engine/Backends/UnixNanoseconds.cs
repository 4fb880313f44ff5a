namespace Provisioning.Engine.Backends;

/// <summary>Stamps of files: nanoseconds since 1970, never twice the same from one instance. Thread-safe.</summary>
/// <param name="time">The clock.</param>
public sealed class UnixNanoseconds(TimeProvider time)
{
    private const long NanosecondsPerTick = 100;

    private readonly Lock gate = new();
    private long last;

    /// <summary>The stamp of now.</summary>
    public long Next() => NextAfter(0);

    /// <summary>The stamp of now, or the next one after another, which a clock may have made that was ahead.</summary>
    public long NextAfter(long earlier)
    {
        var now = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
        lock (gate)
            return last = Math.Max(now, Math.Max(last, earlier) + 1);
    }
}
