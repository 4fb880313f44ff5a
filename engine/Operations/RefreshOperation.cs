using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Makes the state what the cloud says: reads every resource, forgets those that are gone, and says how the rest
/// differs from what the program last wanted.
/// </summary>
internal sealed class RefreshOperation(OperationSession session)
{
    /// <summary>Runs the operation, or the refresh before another one, to its end.</summary>
    public Task RunAsync()
    {
        // An update or a destroy says itself that it does not know a target.
        return session.Request.Kind == Operation.Refresh && !session.RequireTargets(urn => session.Request.Base.Resources.Any(resource => resource.Urn == urn))
            ? Task.CompletedTask
            : RunAsync(resource => session.Targets.Includes(resource.Urn));
    }

    /// <summary>Refreshes the resources that a condition selects.</summary>
    public async Task RunAsync(Func<ResourceState, bool> isSelected)
    {
        var before = session.Recorder.Untouched();
        var after = await Task.WhenAll(before.Select(resource =>
            IsRefreshable(resource) && isSelected(resource) ? RefreshAsync(resource) : Task.FromResult<ResourceState?>(resource))).ConfigureAwait(false);
        await RecordAsync(before, after).ConfigureAwait(false);
    }

    /// <summary>
    /// Records what was found. Whatever moment the process may die at, nothing recorded refers to something gone: first
    /// come the resources that are left, then, from the end, those that are not.
    /// </summary>
    private async Task RecordAsync(IReadOnlyList<ResourceState> before, IReadOnlyList<ResourceState?> after)
    {
        var pruned = DanglingReferences.Prune(before, after);
        var changes = new List<StateChange>();
        for (var i = 0; i < before.Count; i++)
        {
            if (pruned[i] is { } remaining && !ReferenceEquals(remaining, before[i]))
                changes.Add(StateChange.InPlace(before[i], remaining));
        }

        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (pruned[i] is null)
                changes.Add(StateChange.Removed(before[i]));
        }

        // Handed over in order, they share few flushes.
        await Task.WhenAll(changes.Select(change => session.Recorder.RecordAsync(change).AsTask())).ConfigureAwait(false);
    }

    private static DiffResult Invert(DiffResult diff) => diff with
    {
        DetailedDiff = diff.DetailedDiff?.ToImmutableSortedDictionary(
            detail => detail.Key, detail => detail.Value.Inverted(), StringComparer.Ordinal),
    };

    private static bool IsRefreshable(ResourceState resource) =>
        resource is { Custom: true, PendingReplacement: false } && !resource.Urn.IsProvider;

    /// <summary>The resource as it is now; as it was when it could not be read.</summary>
    private async Task<ResourceState?> RefreshAsync(ResourceState resource)
    {
        try
        {
            var result = await session.Runner.RunAsync(new Step.Refresh(resource)).ConfigureAwait(false);
            if (!result.Succeeded)
                return resource;

            await AnnounceAsync(resource, result.State).ConfigureAwait(false);
            return result.State;
        }
        catch (RpcException exception)
        {
            session.Events.Error(ErrorIds.RefreshFailed, resource.Urn, exception.Message);
            session.Status.Fail(resource.Urn);
            return resource;
        }
        catch (OperationCanceledException) when (session.Status.Stopping.IsCancellationRequested)
        {
            return resource;
        }
    }

    private async Task AnnounceAsync(ResourceState old, ResourceState? current)
    {
        var diff = current is null ? DiffResult.Equal : await CompareAsync(old, current).ConfigureAwait(false);
        var op = current is null ? StepOp.Delete : diff.HasChanges ? StepOp.Update : StepOp.Same;
        foreach (var error in current?.InitErrors ?? [])
            session.Events.Diagnostic(LogSeverity.Warning, old.Urn, error);
        if (session.Request.Kind == Operation.Refresh)
            session.Changes.Count(op);

        var step = new Step.Refresh(old) { Diff = diff };
        session.Events.Outputs(step.ToMetadata() with { Op = op, New = current }, session.Request.DryRun);
    }

    /// <summary>What changed since the last run, seen from the program: a property that the cloud added is an addition.</summary>
    private async Task<DiffResult> CompareAsync(ResourceState old, ResourceState current)
    {
        if (current.External)
            return Differ.Compare(old.Outputs, current.Outputs);

        var abort = session.Request.Abort;
        var provider = await session.Providers.FindAsync(current, abort).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The custom resource '{current.Urn}' has no provider.");
        return Invert(await Differ.DiffAsync(current, old.Inputs, old.IgnoreChanges, provider, abort).ConfigureAwait(false));
    }
}
