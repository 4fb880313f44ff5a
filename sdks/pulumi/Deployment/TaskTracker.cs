using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>The work that a program has started: it ends when all of it is done, or the first of it failed. Thread-safe.</summary>
internal sealed class TaskTracker
{
    private readonly ConcurrentQueue<Exception> failures = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tasks that are not done, and one more until the caller waits: before that, all may be done more than once.</summary>
    private int active = 1;

    /// <summary>Waits for a task before the program ends.</summary>
    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return;

        Interlocked.Increment(ref active);
        task.ContinueWith(
            static (done, tracker) => ((TaskTracker?)tracker)?.Complete(done),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Waits for a task and all other work. Called once.</summary>
    /// <returns>The distinct failures so far; empty when everything succeeded.</returns>
    /// <exception cref="OperationCanceledException">The deployment was ended; work that is not done is left behind.</exception>
    public async Task<IReadOnlyList<Exception>> WhenIdleAsync(Task main, CancellationToken cancellationToken)
    {
        Add(main);
        Release();

        await ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return [.. failures.Distinct()];
    }

    private void Complete(Task task)
    {
        if (task.Exception is { } exception)
        {
            foreach (var inner in exception.Flatten().InnerExceptions)
                failures.Enqueue(inner);
            ended.TrySetResult();
        }
        else if (task.IsCanceled)
        {
            failures.Enqueue(new TaskCanceledException(task));
            ended.TrySetResult();
        }

        Release();
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref active) == 0)
            ended.TrySetResult();
    }
}
