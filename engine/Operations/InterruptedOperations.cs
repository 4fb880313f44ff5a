using Provisioning.Engine.Execution;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Finds out how the operations ended that an earlier run had begun and not recorded to the end. Nobody is asked to
/// edit a state: updates and deletions are settled by reading the resource, creations by asking the provider what came of
/// them.
/// </summary>
/// <remarks>
/// A creation of which that cannot be told stays pending. When the program still declares the resource, it is created
/// again from the same inputs, so that an automatic name is the same one.
/// </remarks>
internal sealed class InterruptedOperations(OperationSession session)
{
    /// <summary>Settles what can be settled, and says what was found.</summary>
    public async Task SettleAsync()
    {
        var pending = session.Request.Base.PendingOperations;
        var interrupted = pending.Where(operation => operation.Kind is OperationKind.Updating or OperationKind.Deleting)
            .Select(operation => ResourceKey.Of(operation.Resource))
            .ToHashSet();
        if (!session.Request.DryRun)
            await Task.WhenAll(pending.Where(operation => operation.Kind == OperationKind.Deleting).Select(operation => FinishDeletionAsync(operation.Resource))).ConfigureAwait(false);
        if (interrupted.Count > 0)
            await new RefreshOperation(session).RunAsync(resource => interrupted.Contains(ResourceKey.Of(resource))).ConfigureAwait(false);

        var creations = pending.Where(operation => operation.Kind == OperationKind.Creating).Select(operation => operation.Resource).ToList();
        var outcomes = await Task.WhenAll(creations.Select(FindAsync)).ConfigureAwait(false);
        foreach (var (planned, found) in creations.Zip(outcomes))
            await SettleCreationAsync(planned, found).ConfigureAwait(false);
    }

    /// <summary>
    /// Has a provider do what is left of a deletion. It comes before the reading, which forgets what is gone: dying in between must not
    /// leave a part that nobody knows of.
    /// </summary>
    private async Task FinishDeletionAsync(ResourceState old)
    {
        var abort = session.Request.Abort;
        try
        {
            if (await session.Providers.FindAsync(old, abort).ConfigureAwait(false) is { } provider)
                await provider.FinishDeleteAsync(old, abort).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            Say(old.Urn, exception.Message);
        }
    }

    private async Task SettleCreationAsync(ResourceState planned, ProviderOutcome? found)
    {
        if (found is null)
            Say(planned.Urn, "It may exist: creating it was interrupted, and what became of it is not known. It is created again if the program still declares it.");
        else if (found.Outputs is null)
            session.Recorder.Settle(planned.Urn);
        else
            await AdoptAsync(planned, found).ConfigureAwait(false);
    }

    /// <summary>What came of a creation; null when it cannot be told.</summary>
    private async Task<ProviderOutcome?> FindAsync(ResourceState planned)
    {
        var abort = session.Request.Abort;
        try
        {
            return await session.Providers.FindAsync(planned, abort).ConfigureAwait(false) is { } provider
                ? await provider.FindCreatedAsync(planned, abort).ConfigureAwait(false)
                : null;
        }
        catch (RpcException exception)
        {
            Say(planned.Urn, exception.Message);
            return null;
        }
    }

    /// <summary>
    /// Takes a resource into the state. When it replaces another one, that one makes way as it would have: it had been deleted and
    /// only its entry was left, or it is to be deleted now. Dying between the two changes does no harm, because the creation stays
    /// pending until the second.
    /// </summary>
    private async Task AdoptAsync(ResourceState planned, ProviderOutcome found)
    {
        var step = new Step.Create(planned);
        var adopted = StepOutcome.Apply(step, found with { Inputs = null }, session.Time.GetUtcNow())
            ?? throw new InvalidOperationException("What is created is there.");
        var replaced = session.Recorder.Build(Manifest.None).Resources.FirstOrDefault(resource => resource.Urn == planned.Urn && !resource.Delete);
        if (replaced is { PendingReplacement: true } || replaced?.Id == adopted.Id)
        {
            await session.Recorder.RecordAsync(StateChange.InPlace(replaced, adopted)).ConfigureAwait(false);
            session.Recorder.Settle(planned.Urn);
        }
        else
        {
            if (replaced is not null)
                await session.Recorder.RecordAsync(StateChange.InPlace(replaced, replaced with { Delete = true })).ConfigureAwait(false);
            await session.Recorder.RecordAsync(StateChange.Found(adopted)).ConfigureAwait(false);
        }

        Say(planned.Urn, "It exists: creating it was interrupted, and is taken as done.");
    }

    private void Say(Urn urn, string message) => session.Events.Diagnostic(LogSeverity.Warning, urn, message);
}
