namespace Provisioning.Providers.Azure.Operations;

/// <summary>The one place that waits.</summary>
/// <param name="time">The clock.</param>
/// <param name="random">Spreads the retries of concurrent operations; guarded by itself.</param>
/// <param name="stopping">Cancelled when the engine asks running operations to end soon.</param>
internal sealed class Waits(TimeProvider time, Random random, CancellationToken stopping)
{
    private readonly DateTimeOffset start = time.GetUtcNow();
    private readonly long startTimestamp = time.GetTimestamp();

    /// <summary>The present instant, by a clock that nobody sets: deadlines stay where they are when the machine's clock jumps.</summary>
    public DateTimeOffset Now => start + time.GetElapsedTime(startTimestamp);

    /// <summary>The wait before another attempt: twice as long each time, up to a limit, and half of it random.</summary>
    public TimeSpan Jittered(TimeSpan first, TimeSpan longest, int attempts)
    {
        var full = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(attempts, 16)), longest.TotalSeconds);
        lock (random)
            return TimeSpan.FromSeconds(full * (0.5 + (random.NextDouble() / 2)));
    }

    /// <summary>Waits.</summary>
    /// <exception cref="StoppedException">The engine asked to end; calls that are under way still end by themselves.</exception>
    public async Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        try
        {
            await Task.Delay(wait, time, either.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new StoppedException();
        }
    }

    /// <summary>A fresh identifier for the calls of one operation.</summary>
    public string NewCorrelationId()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (random)
            random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
