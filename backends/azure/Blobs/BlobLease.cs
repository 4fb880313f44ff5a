using Azure;
using Azure.Storage.Blobs.Specialized;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>
/// A lease on one blob at a time, renewed until it is disposed. While it runs, the service refuses everybody else's writes of
/// that blob. It counts as lost when the service says so, and when its term has passed without an answer.
/// </summary>
internal sealed class BlobLease : IAsyncDisposable
{
    /// <summary>How long a lease outlives its holder; the longest that has an end.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(60);

    /// <summary>How often it is renewed, so that two renewals may fail.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);

    private readonly BlobStore store;
    private readonly TimeProvider time;
    private readonly ITimer renewal;
    private readonly ITimer end;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource stopped = new();
    private readonly Lock gate = new();
    private BlobLeaseClient? lease;
    private long validSince;

    /// <summary>Starts without a blob.</summary>
    /// <param name="store">Where the blob will be.</param>
    /// <param name="time">The clock.</param>
    public BlobLease(BlobStore store, TimeProvider time)
    {
        this.store = store;
        this.time = time;
        Lost = lost.Token;
        renewal = time.CreateTimer(_ => Renew(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        end = time.CreateTimer(_ => Lose(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The id that the service knows the lease by.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>Whether there is a blob.</summary>
    public bool IsTaken => lease is not null;

    /// <summary>The renewal that runs, or ran last.</summary>
    public Task Renewing { get; private set; } = Task.CompletedTask;

    /// <summary>Cancelled when the lease is lost.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Whether the lease is lost, by the service's word or by the clock.</summary>
    public bool IsLost
    {
        get
        {
            if (!Lost.IsCancellationRequested && lease is not null && time.GetElapsedTime(Interlocked.Read(ref validSince)) >= Term)
                Lose();
            return Lost.IsCancellationRequested;
        }
    }

    /// <summary>Takes the lease of a blob; what was leased before is left to its end.</summary>
    /// <returns>The version that the blob has; null when somebody else has its lease.</returns>
    public async Task<ETag?> TryTakeAsync(string key, CancellationToken cancellationToken)
    {
        var client = store.Blob(key).GetBlobLeaseClient(Id);
        var asked = time.GetTimestamp();
        try
        {
            var answer = await client.AcquireAsync(Term, cancellationToken: cancellationToken).ConfigureAwait(false);
            lock (gate)
            {
                lease = client;
                Prolong(asked);
                renewal.Change(Renewal, Renewal);
            }

            return answer.Value.ETag;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return null;
        }
    }

    /// <summary>Ends the lease as lost.</summary>
    public void Lose()
    {
        lock (gate)
            StopTimers();
        stopped.Cancel();
        lost.Cancel();
    }

    /// <summary>The leased blob is gone, and the lease with it.</summary>
    public void Forget()
    {
        lock (gate)
        {
            lease = null;
            StopTimers();
        }
    }

    /// <summary>Gives the lease back. When that fails, it ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await renewal.DisposeAsync().ConfigureAwait(false);
        await end.DisposeAsync().ConfigureAwait(false);
        await stopped.CancelAsync().ConfigureAwait(false);
        await Renewing.ConfigureAwait(false);
        if (lease is { } client && !Lost.IsCancellationRequested)
        {
            try
            {
                await client.ReleaseAsync(cancellationToken: CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception) when (BlobFailure.IsOne(exception, CancellationToken.None))
            {
                // Whoever comes next waits for its end.
            }
        }

        stopped.Dispose();
        lost.Dispose();
    }

    private void Renew()
    {
        lock (gate)
        {
            if (Renewing.IsCompleted && lease is { } client)
                Renewing = RenewAsync(client);
        }
    }

    private async Task RenewAsync(BlobLeaseClient client)
    {
        var asked = time.GetTimestamp();
        try
        {
            await client.RenewAsync(cancellationToken: stopped.Token).ConfigureAwait(false);
            lock (gate)
            {
                if (!Lost.IsCancellationRequested && lease is not null)
                    Prolong(asked);
            }
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            // A blob that was left for another one, or removed by us, has no lease to lose.
            if (ReferenceEquals(client, lease))
                Lose();
        }
        catch (Exception exception) when (BlobFailure.IsOne(exception, CancellationToken.None))
        {
            // The next renewal may succeed; if none does, the term ends.
        }
    }

    private void Prolong(long asked)
    {
        Interlocked.Exchange(ref validSince, asked);
        end.Change(Term - time.GetElapsedTime(asked), Timeout.InfiniteTimeSpan);
    }

    private void StopTimers()
    {
        renewal.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        end.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
