using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>Waits until the replicas of the directory agree on a write (azuread, internal/helpers/consistency).</summary>
internal sealed class GraphConsistency(Progress progress, Waits waits)
{
    /// <summary>How many reads in a row must find a new object: each may reach another replica.</summary>
    private const int ReadsInARow = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Waits until a new object is found by all replicas; null when it is not in time, though it exists.</summary>
    public async Task<PropertyMap?> AwaitVisibleAsync(
        Operation operation, Func<CancellationToken, Task<PropertyMap?>> read, CancellationToken cancellationToken)
    {
        var since = waits.Now;
        PropertyMap? last = null;
        for (var (row, misses) = (0, 0); row < ReadsInARow;)
        {
            var found = await read(cancellationToken);
            if (found is not null)
            {
                last = found;
                row++;
                continue;
            }

            row = 0;
            if (!await WaitAsync(operation, "the directory does not show it everywhere yet", since, misses++, cancellationToken))
                return last;
        }

        return last;
    }

    /// <summary>Waits until a read shows a change; gives back the last read when it does not in time.</summary>
    /// <exception cref="AzureException">The object does not exist any more.</exception>
    public async Task<PropertyMap> AwaitEqualAsync(
        Operation operation, PropertyMap patch, Func<CancellationToken, Task<PropertyMap?>> read, CancellationToken cancellationToken)
    {
        var since = waits.Now;
        for (var attempts = 0; ; attempts++)
        {
            var found = await read(cancellationToken);
            if (found is not null && Mirrors.Holds(patch, found))
                return found;
            if (!await WaitAsync(operation, "the directory does not show the change everywhere yet", since, attempts, cancellationToken))
                return found ?? throw new AzureException(new AzureError(404, "", $"The {operation.Subject} disappeared while it was changed."));
        }
    }

    /// <summary>Waits until a deleted object is not found any more, or time is up: the delete itself has succeeded.</summary>
    public async Task AwaitGoneAsync(Operation operation, Func<CancellationToken, Task<PropertyMap?>> read, CancellationToken cancellationToken)
    {
        var since = waits.Now;
        for (var attempts = 0; await read(cancellationToken) is not null; attempts++)
        {
            if (!await WaitAsync(operation, "the directory still shows it", since, attempts, cancellationToken))
                return;
        }
    }

    private async Task<bool> WaitAsync(Operation operation, string reason, DateTimeOffset since, int attempts, CancellationToken cancellationToken)
    {
        var wait = waits.Jittered(FirstWait, LongestWait, attempts);
        if (waits.Now + wait > since + Limit || waits.Now + wait > operation.Deadline)
            return false;

        await progress.WaitingAsync(operation, reason, wait, cancellationToken);
        await waits.DelayAsync(wait, cancellationToken);
        return true;
    }
}
