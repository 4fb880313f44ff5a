namespace Provisioning.Engine.Tests.Harness;

/// <summary>Lets nobody pass until everybody has arrived: it proves that calls run at once.</summary>
internal sealed class Rendezvous(int count)
{
    private readonly TaskCompletionSource everybody = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int arrived;

    public Task ArriveAsync()
    {
        if (Interlocked.Increment(ref arrived) == count)
            everybody.SetResult();
        return everybody.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
