using Provisioning.Engine.Events;
using Provisioning.Engine.Planning;

namespace Provisioning.Engine.Execution;

/// <summary>
/// Runs the deletions of a plan, as parallel as their order allows: each begins when whatever depended on its resource
/// is gone. What cannot be deleted keeps what it depends on.
/// </summary>
internal sealed class DeletionRunner(StepRunner runner, EventPublisher events, RunStatus status)
{
    /// <summary>Runs a plan to its end.</summary>
    public async Task RunAsync(DeletePlan plan)
    {
        foreach (var refused in plan.Refused)
        {
            events.Error(ErrorIds.ProtectedFromDeletion, refused.Resource.Urn, refused.Reason);
            status.Fail(stop: false);
        }

        var running = new Task<bool>[plan.Deletions.Length];
        for (var i = 0; i < running.Length; i++)
            running[i] = RunAsync(plan.Deletions[i], running);
        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private async Task<bool> RunAsync(PlannedDeletion deletion, Task<bool>[] running)
    {
        foreach (var dependent in deletion.After)
        {
            if (!await running[dependent].ConfigureAwait(false))
                return false;
        }

        var result = await runner.RunAsync(deletion.Step).ConfigureAwait(false);
        return result.Succeeded;
    }
}
