using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;

namespace Provisioning.Providers.Azure.Retries;

/// <summary>Repeats what failed for a while, as the rules say, and tells the user why.</summary>
/// <param name="rules">The rules, in order.</param>
/// <param name="recent">What was changed a moment ago.</param>
/// <param name="progress">Whom to tell.</param>
/// <param name="waits">The clock and the jitter.</param>
internal sealed class Retrier(IReadOnlyList<RetryRule> rules, RecentChanges recent, Progress progress, Waits waits)
{
    /// <summary>Runs an attempt until it succeeds or its failure is final.</summary>
    /// <param name="operation">What the attempt is part of.</param>
    /// <param name="id">The id of the resource it is about.</param>
    /// <param name="attempt">The attempt; fails with <see cref="AzureException"/>.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="AzureException">The last failure.</exception>
    public async Task<T> RunAsync<T>(Operation operation, string id, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var history = new Dictionary<RetryRule, (DateTimeOffset Since, int Count)>();
        while (true)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (AzureException failure)
            {
                var rule = await FindAsync(failure.Error, operation, id, cancellationToken);
                if (rule is null)
                    throw;

                var (since, count) = history.TryGetValue(rule, out var seen) ? seen : (waits.Now, 0);
                var wait = failure.Error.RetryAfter ?? waits.Jittered(rule.FirstWait, rule.LongestWait, count);
                if (waits.Now + wait > since + rule.GiveUpAfter || waits.Now + wait > operation.Deadline)
                    throw new AzureException(failure.Error with { GaveUpOn = rule.Reason, Meaning = rule.Meaning, IsFinal = true });

                history[rule] = (since, count + 1);
                await progress.WaitingAsync(operation, rule.Reason, wait, cancellationToken);
                await waits.DelayAsync(wait, cancellationToken);
            }
        }
    }

    private async Task<RetryRule?> FindAsync(AzureError error, Operation operation, string id, CancellationToken cancellationToken)
    {
        if (error.IsFinal)
            return null;

        foreach (var rule in rules.Where(rule => rule.Matches(error, operation.Service, operation.Kind)))
        {
            if (await recent.HoldsAsync(rule.Condition, id, cancellationToken))
                return rule;
        }

        return null;
    }
}
