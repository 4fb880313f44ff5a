namespace Provisioning.Engine.Operations;

/// <summary>Knows when the last of the calls that run at once has ended. Thread-safe.</summary>
internal sealed class CallTracker
{
    /// <summary>Guards the members below.</summary>
    private readonly Lock gate = new();
    private int running;
    private TaskCompletionSource? idle;

    /// <summary>Runs a call and counts it until it has ended.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        lock (gate)
            running++;
        try
        {
            return await call().ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                if (--running == 0)
                    idle?.TrySetResult();
            }
        }
    }

    /// <summary>Completes when no call runs. Calls that begin later are not waited for.</summary>
    public Task WhenIdleAsync()
    {
        lock (gate)
        {
            if (running == 0)
                return Task.CompletedTask;
            idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task;
        }
    }
}
