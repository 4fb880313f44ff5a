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
        var state = session.Recorder.Untouched();
        var known = state.Where(resource => resource.Urn == planned.Urn).ToList();
        if (found is { Outputs: null } && known.Find(resource => !resource.Delete) is { } kept && HasOldHalf(kept, state))
            await session.Recorder.RecordAsync(StateChange.Removed(kept with { Delete = true })).ConfigureAwait(false);
        if (found is { Outputs: null } || known.Exists(resource => resource.Id == found?.Id && !resource.PendingReplacement))
            await ForgetAsync(planned).ConfigureAwait(false);
        else if (found is null || !await TryAdoptAsync(planned, found, known, state).ConfigureAwait(false))
            Say(planned.Urn, "It may exist: creating it was interrupted, and what became of it is not known. It is created again if the program still declares it.");
    }

    /// <summary>
    /// Records that nothing is left of a creation, as if it had been tried again and had failed: when this run dies, too, its provider
    /// may be gone that could tell.
    /// </summary>
    private async Task ForgetAsync(ResourceState planned)
    {
        var begin = await session.Recorder.BeginAsync(new PendingOperation(planned, OperationKind.Creating), session.Request.Abort).ConfigureAwait(false);
        await session.Recorder.EndAsync(begin, StateChange.None).ConfigureAwait(false);
        session.Recorder.Settle(planned.Urn);
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

    /// <summary>Takes a creation as done. False when the state has no place for the resource.</summary>
    /// <param name="planned">The resource as it was to become.</param>
    /// <param name="found">What the provider found.</param>
    /// <param name="known">The resources of its URN.</param>
    /// <param name="state">The resources as they are, in order.</param>
    private async Task<bool> TryAdoptAsync(ResourceState planned, ProviderOutcome found, List<ResourceState> known, IReadOnlyList<ResourceState> state)
    {
        var old = known.Find(resource => !resource.Delete);
        var half = known.FindLast(resource => resource.Delete && (old is null || resource.Id == old.Id));
        var place = old ?? half;
        var earlier = state.TakeWhile(resource => !ReferenceEquals(resource, place)).Select(resource => resource.Urn).ToHashSet();
        if (!References.All(planned).All(earlier.Contains))
            return false;

        var created = StepOutcome.Apply(new Step.Create(planned), found with { Inputs = null }, session.Time.GetUtcNow())
            ?? throw new InvalidOperationException("What is created is there.");

        // What it was to replace under an earlier URN has not been replaced: both are there.
        var adopted = created with { Aliases = [] };
        if (old is null && half is not null)
        {
            // The replacement had been recorded by half: before it, the old one was there as any other.
            old = half with { Delete = false };
            await session.Recorder.RecordAsync(StateChange.InPlace(half, old)).ConfigureAwait(false);
            half = null;
        }

        if (old is null)
        {
            await session.Recorder.RecordAsync(StateChange.Found(adopted)).ConfigureAwait(false);
        }
        else if (old.PendingReplacement || half is not null)
        {
            await session.Recorder.RecordAsync(StateChange.InPlace(old, adopted)).ConfigureAwait(false);
            session.Recorder.Settle(planned.Urn);
        }
        else
        {
            // It comes before the old one, on which others follow. Dying in between leaves the old one, and the creation pending.
            await session.Recorder.RecordAsync(StateChange.InPlace(old, old with { Delete = true })).ConfigureAwait(false);
            await session.Recorder.RecordAsync(StateChange.Found(adopted)).ConfigureAwait(false);
        }

        Say(planned.Urn, "It exists: creating it was interrupted, and is taken as done.");
        return true;
    }

    /// <summary>Whether a resource that is to be replaced is there as the old half of its replacement too.</summary>
    private static bool HasOldHalf(ResourceState old, IReadOnlyList<ResourceState> state) =>
        state.Any(resource => resource.Delete && resource.Urn == old.Urn && resource.Id == old.Id);

    private void Say(Urn urn, string message) => session.Events.Diagnostic(LogSeverity.Warning, urn, message);
}
