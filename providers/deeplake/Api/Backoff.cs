namespace Provisioning.Providers.DeepLake.Api;

/// <summary>
/// How long to wait between attempts: half a second, doubled each time, and up to 200 ms of chance on top; what the service asks for
/// wins. These are the numbers of Deep Lake's own clients, with two attempts more.
/// </summary>
/// <param name="time">The clock of the waits.</param>
/// <param name="random">Spreads them.</param>
/// <param name="stopping">Ends the patience: from then on nothing is tried again.</param>
internal sealed class Backoff(TimeProvider time, Random random, CancellationToken stopping)
{
    /// <summary>How often a request is tried again.</summary>
    public const int Retries = 5;

    private const int FirstWaitInMilliseconds = 500;
    private const int JitterInMilliseconds = 200;

    /// <summary>Waits before the next attempt.</summary>
    /// <param name="attempt">How many attempts there were, from 1.</param>
    /// <param name="answer">The answer to the last one.</param>
    /// <param name="cancellationToken">Gives the operation up.</param>
    /// <returns>Whether to try again; false without waiting when it was tried often enough.</returns>
    public async Task<bool> WaitAsync(int attempt, Answer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsTransient || attempt > Retries || stopping.IsCancellationRequested)
            return false;

        var wait = (answer as Answer.Received)?.RetryAfter
            ?? TimeSpan.FromMilliseconds((FirstWaitInMilliseconds << (attempt - 1)) + random.Next(JitterInMilliseconds));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        try
        {
            await Task.Delay(wait, time, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
