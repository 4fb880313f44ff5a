using Provisioning.Engine.Assets;
using Provisioning.Engine.Events;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Hooks;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Plans;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Stores the outputs that the program gives its components. Those of the stack are stored when everything else is
/// done. Thread-safe.
/// </summary>
internal sealed class ComponentOutputs(
    RegisteredResources resources, StateRecorder recorder, IStepPlan plan, StepHooks hooks, AssetHasher assets, EventPublisher events, RunStatus status, bool isPreview)
{
    private (Urn Stack, PropertyMap Outputs)? stackOutputs;

    /// <summary>Completes a resource with its outputs.</summary>
    /// <exception cref="RpcException">It is not registered, or was completed before.</exception>
    public async Task SetAsync(Urn urn, PropertyMap outputs, CancellationToken cancellationToken)
    {
        if (resources.Find(urn) is null || !resources.TryComplete(urn))
        {
            throw new RpcException(
                RpcStatusCode.FailedPrecondition,
                $"The resource '{urn}' cannot be completed: it is not registered, or was completed before.");
        }

        outputs = assets.Hash(outputs);
        if (urn.Type == Urn.StackType)
            stackOutputs = (urn, outputs);
        else
            await CompleteAsync(await StoreAsync(urn, outputs).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores the outputs of the stack. After a failure those that the program did not get to stay as they were.</summary>
    public async Task StoreStackOutputsAsync()
    {
        if (stackOutputs is not { } given || resources.Find(given.Stack) is not { } stack)
            return;

        var outputs = status.Result == OperationResult.Succeeded
            ? given.Outputs
            : PropertyMap.Create(stack.State.Outputs.Concat(given.Outputs));
        await StoreAsync(given.Stack, outputs).ConfigureAwait(false);
    }

    /// <summary>Calls the hooks that wait for the outputs; their failure is one of the run.</summary>
    private async Task CompleteAsync(ResourceState? component, CancellationToken cancellationToken)
    {
        if (component is null)
            return;
        try
        {
            await hooks.CompleteAsync(component, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            events.Error(ErrorIds.StepFailed, component.Urn, exception.Message);
            status.Fail(component.Urn);
        }
    }

    /// <summary>Whether outputs may be stored; that they may not is a failure of the run. Nobody is held to those that a failed run leaves.</summary>
    private bool IsPlanned(ResourceState before, PropertyMap outputs)
    {
        if (status.HasFailed)
            return true;
        try
        {
            plan.AdmitOutputs(before.Urn, before.Outputs, outputs);
            return true;
        }
        catch (PlanningException exception)
        {
            foreach (var message in exception.Messages)
                events.Error(exception.Id, before.Urn, message);
            status.Fail(before.Urn);
            return false;
        }
    }

    private async Task<ResourceState?> StoreAsync(Urn urn, PropertyMap outputs)
    {
        if (resources.Find(urn) is not { } found)
            return null;

        var (before, op) = found;
        if (!IsPlanned(before, outputs))
            return null;

        var after = before with { Outputs = outputs };
        resources.Set(after, op);
        if (!before.Outputs.Equals(outputs))
            await recorder.RecordAsync(StateChange.InPlace(before, after)).ConfigureAwait(false);
        events.Outputs(new StepMetadata { Op = op, Urn = urn, Old = before, New = after, Provider = before.Provider }, isPreview);
        return after;
    }
}
