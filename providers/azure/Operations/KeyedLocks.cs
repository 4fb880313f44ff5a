namespace Provisioning.Providers.Azure.Operations;

/// <summary>Lets one operation at a time work below a resource. Ids compare without regard to case. Thread-safe.</summary>
internal sealed class KeyedLocks
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Turnstile> turnstiles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn of an operation; disposing the result ends it.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Turnstile turnstile;
        lock (gate)
        {
            if (!turnstiles.TryGetValue(key, out var known))
                turnstiles[key] = known = new Turnstile();
            known.Users++;
            turnstile = known;
        }

        try
        {
            await turnstile.Semaphore.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(key, turnstile);
            throw;
        }

        return new Turn(this, key, turnstile);
    }

    private void Leave(string key, Turnstile turnstile)
    {
        lock (gate)
        {
            if (--turnstile.Users > 0)
                return;
            turnstiles.Remove(key);
            turnstile.Semaphore.Dispose();
        }
    }

    private sealed class Turnstile
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        /// <summary>Operations that hold or await the turn; guarded by the gate.</summary>
        public int Users { get; set; }
    }

    private sealed class Turn(KeyedLocks owner, string key, Turnstile turnstile) : IDisposable
    {
        public void Dispose()
        {
            turnstile.Semaphore.Release();
            owner.Leave(key, turnstile);
        }
    }
}
