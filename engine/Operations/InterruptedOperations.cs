using Provisioning.Engine.Journal;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Finds out how the operations ended that an earlier run had begun and not recorded to the end. Nobody is asked to
/// edit a state: updates and deletions are settled by reading the resource, creations by reading the id that the
/// provider foretells for their inputs.
/// </summary>
/// <remarks>
/// A creation whose id cannot be foretold stays pending. When the program still declares the resource, it is created
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
        if (interrupted.Count > 0)
            await new RefreshOperation(session).RunAsync(resource => interrupted.Contains(ResourceKey.Of(resource))).ConfigureAwait(false);

        var existing = session.Request.Base.Resources.Select(resource => resource.Urn).ToHashSet();
        foreach (var operation in pending.Where(operation => operation.Kind == OperationKind.Creating))
            await SettleCreationAsync(operation.Resource, existing).ConfigureAwait(false);
    }

    /// <summary>Settles a creation.</summary>
    /// <param name="planned">The resource as it was to become.</param>
    /// <param name="existing">The URNs in the state, which a resource that is found joins.</param>
    private async Task SettleCreationAsync(ResourceState planned, HashSet<Urn> existing)
    {
        var found = existing.Contains(planned.Urn) ? null : await FindAsync(planned).ConfigureAwait(false);
        if (found is null)
            Say(planned.Urn, "It may exist: creating it was interrupted, and what became of it is not known. It is created again if the program still declares it.");
        else if (found.Outputs is null)
            session.Recorder.Settle(planned.Urn);
        else if (existing.Add(planned.Urn))
            await AdoptAsync(planned, found).ConfigureAwait(false);
    }

    /// <summary>What the provider finds under the id it foretells; null when it foretells none, or cannot read it.</summary>
    private async Task<ProviderOutcome?> FindAsync(ResourceState planned)
    {
        var abort = session.Request.Abort;
        try
        {
            if (await session.Providers.FindAsync(planned, abort).ConfigureAwait(false) is not { } provider)
                return null;

            var foretold = await provider.CreateAsync(planned, preview: true, abort).ConfigureAwait(false);
            return foretold.Id.Length == 0 || Signatures.IsUnknown(foretold.Id)
                ? null
                : await provider.ReadAsync(planned with { Id = foretold.Id }, sendInputs: true, abort).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            Say(planned.Urn, exception.Message);
            return null;
        }
    }

    private async Task AdoptAsync(ResourceState planned, ProviderOutcome found)
    {
        var now = session.Time.GetUtcNow();

        // What it was to replace under an earlier URN has not been replaced: both are there.
        var adopted = planned with
        {
            Id = found.Id,
            Aliases = [],
            Outputs = (found.Outputs ?? PropertyMap.Empty).WithSecretsOf(planned.Inputs),
            InitErrors = found.InitErrors,
            Created = now,
            Modified = now,
        };
        await session.Recorder.RecordAsync(StateChange.Found(adopted)).ConfigureAwait(false);
        Say(planned.Urn, "It exists: creating it was interrupted, and is taken as done.");
    }

    private void Say(Urn urn, string message) => session.Events.Diagnostic(LogSeverity.Warning, urn, message);
}
