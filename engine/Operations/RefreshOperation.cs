using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Makes the state what the cloud says: reads every resource, forgets those that are gone, and says how the rest
/// differs from what the program last wanted.
/// </summary>
internal sealed class RefreshOperation(OperationSession session)
{
    /// <summary>Runs the operation, or the refresh before another one, to its end.</summary>
    public Task RunAsync() => RunAsync(resource => session.Targets.Includes(resource.Urn));

    /// <summary>Refreshes the resources that a condition selects.</summary>
    public async Task RunAsync(Func<ResourceState, bool> isSelected)
    {
        var resources = session.Recorder.Untouched();
        var refreshed = await Task.WhenAll(resources.Select(resource =>
            IsRefreshable(resource) && isSelected(resource) ? RefreshAsync(resource) : Task.FromResult<ResourceState?>(resource))).ConfigureAwait(false);
        var remaining = refreshed.OfType<ResourceState>().ToList();
        foreach (var (before, after) in DanglingReferences.Prune(resources, remaining))
            await session.Recorder.RecordAsync(StateChange.InPlace(before, after)).ConfigureAwait(false);
    }

    private static DiffResult Invert(DiffResult diff) => diff with
    {
        DetailedDiff = diff.DetailedDiff?.ToImmutableSortedDictionary(
            detail => detail.Key, detail => detail.Value.Inverted(), StringComparer.Ordinal),
    };

    private static bool IsRefreshable(ResourceState resource) =>
        resource is { Custom: true, PendingReplacement: false } && !resource.Urn.IsProvider;

    private async Task<ResourceState?> RefreshAsync(ResourceState resource)
    {
        var result = await session.Runner.RunAsync(new Step.Refresh(resource)).ConfigureAwait(false);
        if (!result.Succeeded)
            return resource;

        await AnnounceAsync(resource, result.State).ConfigureAwait(false);
        return result.State;
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
