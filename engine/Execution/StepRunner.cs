using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Hooks;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Engine.Execution;

/// <summary>
/// Runs one step from its first event to its last: waits for a free slot, records the beginning, has it executed,
/// records the end, and says how it went. Thread-safe.
/// </summary>
internal sealed class StepRunner(
    IStepExecutor executor,
    StepHooks hooks,
    StateRecorder recorder,
    EventPublisher events,
    ChangeCounter changes,
    RunStatus status,
    SemaphoreSlim slots,
    TimeProvider time,
    bool isPreview,
    CancellationToken abort)
{
    /// <summary>How often an operation is tried again at most, so that a hook that always wants that comes to an end.</summary>
    private const int MaximumRetries = 100;

    /// <summary>Runs a step.</summary>
    /// <exception cref="OperationCanceledException">No new step may begin, or the operation was given up.</exception>
    public async Task<StepResult> RunAsync(Step step)
    {
        status.Stopping.ThrowIfCancellationRequested();
        if (!NeedsSlot(step))
            return await RunNowAsync(step).ConfigureAwait(false);

        await slots.WaitAsync(status.Stopping).ConfigureAwait(false);
        try
        {
            return await RunNowAsync(step).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }

    private static bool NeedsSlot(Step step) =>
        step.Resource.Custom && step is not (Step.Same or Step.Replace or Step.RemovePendingReplace or Step.Delete { CallsProvider: false });

    private async Task<StepResult> RunNowAsync(Step step)
    {
        if (step.IsVisible)
            events.Pre(step.ToMetadata(), isPreview);

        try
        {
            await hooks.BeforeAsync(step, abort).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            Report(step, [exception.Message], stateUnknown: false, ErrorIds.StepFailed);
            return new StepResult(false, step.Before);
        }

        var begin = StepOutcome.PendingWhile(step) is { } operation
            ? await recorder.BeginAsync(operation, abort).ConfigureAwait(false)
            : null;
        if (begin is not null)
            DurabilityPoints.Reached(DurabilityPoints.StepBegun);
        ProviderOutcome? outcome;
        try
        {
            outcome = await ExecuteAsync(step).ConfigureAwait(false);
            DurabilityPoints.Reached(DurabilityPoints.StepAnswered);
        }
        catch (RpcException exception)
        {
            await recorder.EndAsync(begin, StateChange.None).ConfigureAwait(false);
            Report(step, RpcFailure.Describe(exception), RpcFailure.LeavesStateUnknown(exception), RpcFailure.IdOf(exception, IdOf(step)));
            return new StepResult(false, step.Before);
        }

        events.Secrets.Learn(outcome?.Outputs);
        if (outcome is { InitErrors.IsEmpty: false })
            outcome = outcome with { InitErrors = [.. outcome.InitErrors.Select(events.Secrets.Hide)] };
        var after = StepOutcome.Apply(step, outcome, time.GetUtcNow());
        events.Secrets.Learn(after);
        await RecordAsync(begin, step, after).ConfigureAwait(false);
        DurabilityPoints.Reached(DurabilityPoints.StepEnded);
        if (outcome is { InitErrors.IsEmpty: false } && step is not Step.Refresh)
        {
            Report(step, outcome.InitErrors, stateUnknown: false, IdOf(step));
            return new StepResult(false, after);
        }

        if (step.IsVisible)
            Announce(step, after);
        foreach (var part in step is Step.Delete delete ? delete.Parts : [])
            AnnounceWhole(new Step.Delete(part, CallsProvider: false));
        return await EndAsync(step, after).ConfigureAwait(false);
    }

    /// <summary>Executes a step, again as long as its error hooks want that.</summary>
    private async Task<ProviderOutcome?> ExecuteAsync(Step step)
    {
        for (var errors = ImmutableList<string>.Empty; ;)
        {
            try
            {
                return await executor.ExecuteAsync(step, abort).ConfigureAwait(false);
            }
            catch (RpcException exception) when (errors.Count < MaximumRetries)
            {
                errors = errors.Insert(0, exception.Message);
                if (!await hooks.RetriesAsync(step, errors, abort).ConfigureAwait(false))
                    throw;
            }
        }
    }

    /// <summary>Calls the hooks after a step. Their failure is one of the run; what the step did stays.</summary>
    private async Task<StepResult> EndAsync(Step step, ResourceState? after)
    {
        try
        {
            await hooks.AfterAsync(step, after, abort).ConfigureAwait(false);
            return new StepResult(true, after);
        }
        catch (RpcException exception)
        {
            Report(step, [exception.Message], stateUnknown: false, ErrorIds.StepFailed);
            return new StepResult(false, after);
        }
    }

    private async Task RecordAsync(long? begin, Step step, ResourceState? after)
    {
        var stateChanges = StepOutcome.Changes(step, after);
        for (var i = 0; i < stateChanges.Length; i++)
            await recorder.EndAsync(i == stateChanges.Length - 1 ? begin : null, stateChanges[i]).ConfigureAwait(false);
    }

    private void Announce(Step step, ResourceState? after)
    {
        // A component has its outputs only when the program says so, and a refresh is announced with what it found.
        if (step is Step.Refresh)
            return;
        if (step.IsLogical && !(step is Step.Read { Old: { } old } && after is not null && old.Outputs.Equals(after.Outputs)))
            changes.Count(step.Op);
        if (step.Resource.Custom || after is null)
            events.Outputs(step.ToMetadata(after), isPreview);
    }

    /// <summary>Tells of a step that another one has done.</summary>
    private void AnnounceWhole(Step step)
    {
        events.Pre(step.ToMetadata(), isPreview);
        Announce(step, null);
    }

    private static string IdOf(Step step) => step.Resource.Urn.IsProvider ? ErrorIds.ProviderNotConfigured : ErrorIds.StepFailed;

    private void Report(Step step, IReadOnlyList<string> messages, bool stateUnknown, string id)
    {
        foreach (var message in messages)
            events.Error(id, step.Resource.Urn, message);
        if (step.IsVisible)
            events.Failed(step.ToMetadata());
        status.Fail(step.Resource.Urn, stateUnknown);
    }
}
