using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Planning;

/// <summary>Decides the steps of a replacement, and which other resources have to go before the old one can.</summary>
internal sealed class ReplacementPlanner(PlanningContext context)
{
    /// <summary>The steps of a replacement.</summary>
    /// <param name="goal">What the program wants.</param>
    /// <param name="old">The resource that is replaced.</param>
    /// <param name="inputs">The inputs of the new one, checked without regard to the old one.</param>
    /// <param name="diff">Why it is replaced.</param>
    /// <param name="cancellationToken">Gives up the calls.</param>
    public async Task<ImmutableArray<Step>> PlanAsync(
        Goal goal, ResourceState old, PropertyMap inputs, DiffResult diff, CancellationToken cancellationToken)
    {
        RefuseProtected(goal, old);
        RefuseImported(goal);
        context.Registrations.MarkReplaced(goal.Urn);

        var planned = goal.ToReplacement(inputs, old);
        var replace = new Step.Replace(old, planned) { Diff = diff };
        if (!(goal.DeleteBeforeReplace ?? diff.DeleteBeforeReplace))
            return [new Step.CreateReplacement(old, planned, OldIsGone: false) { Diff = diff }, replace];

        var dependents = await FindDependentsAsync(old, cancellationToken).ConfigureAwait(false);
        if (dependents.FirstOrDefault(dependent => dependent.Protect && !context.IgnoreProtect) is { } blocked)
        {
            throw new PlanningException(
                $"Replacing it means deleting '{blocked.Urn}' first, which is protected. "
                + "Remove that protection with `state unprotect`, or keep the resource as it is.");
        }

        if (dependents.FirstOrDefault(dependent => !context.Targets.Includes(dependent.Urn)) is { } bystander)
        {
            throw new PlanningException(
                $"Replacing it means deleting '{bystander.Urn}' first, which is {(context.Targets.IsExclusive ? "excluded; exclude both or none" : "not a target; make that a target too")}.");
        }

        context.Registrations.MarkDeleted(old.Urn);
        var condemned = dependents.Where(dependent => context.Registrations.TryCondemn(dependent.Urn)).Reverse().Append(old).ToList();

        // What goes without a call goes last, so that it is not taken as gone when what it goes with cannot be deleted.
        return
        [
            .. condemned.Select(resource => DeleteFirst(resource, diff)).OrderBy(delete => !delete.CallsProvider),
            replace,
            new Step.CreateReplacement(old, planned, OldIsGone: true) { Diff = diff },
        ];
    }

    private Step.Delete DeleteFirst(ResourceState resource, DiffResult diff) =>
        new(resource, Deletion.CallsProvider(resource, IsDeletedInCloud), Replaced: true, KeepEntry: true) { Diff = diff };

    /// <summary>Whether a resource goes, and not only from the state: one that is retained takes nothing with it.</summary>
    private bool IsDeletedInCloud(Urn oldUrn) => context.Registrations.IsDeleted(oldUrn) && context.Olds.Find(oldUrn) is { } old && Deletion.IsManaged(old);

    private void RefuseProtected(Goal goal, ResourceState old)
    {
        if (!old.Protect || !goal.Protect || context.IgnoreProtect)
            return;

        const string Message = "It must be replaced, but it is protected. Remove `protect` from the program, or with `state unprotect`, to let it be deleted.";
        if (!context.IsPreview)
            throw new PlanningException(Message);
        context.Events.Error(ErrorIds.ProtectedFromReplacement, goal.Urn, Message);
        context.Status.Fail(stop: false);
    }

    private void RefuseImported(Goal goal)
    {
        if (goal.ImportId.Length == 0)
            return;

        const string Message = "It is imported and would have to be replaced. Make its inputs match the existing resource, or remove the import id.";
        if (!context.IsPreview)
            throw new PlanningException(Message);
        context.Events.Diagnostic(LogSeverity.Warning, goal.Urn, Message);
    }

    /// <summary>The old resources that would be replaced too, in the order of the state.</summary>
    private async Task<List<ResourceState>> FindDependentsAsync(ResourceState root, CancellationToken cancellationToken)
    {
        var affected = new HashSet<Urn> { root.Urn };
        var found = new List<ResourceState>();
        var visited = new HashSet<Urn>();
        var candidates = new PriorityQueue<ResourceState, int>();
        Enqueue(root.Urn);

        // Whatever a candidate refers to comes before it in the state, so it is decided by the time the candidate is.
        while (candidates.TryDequeue(out var candidate, out _))
        {
            if (!candidate.Custom || candidate.External || context.Registrations.IsClaimed(candidate.Urn))
                continue;
            if (!await IsReplacedAsync(candidate, affected, cancellationToken).ConfigureAwait(false))
                continue;

            affected.Add(candidate.Urn);
            found.Add(candidate);
            Enqueue(candidate.Urn);
        }

        return found;

        void Enqueue(Urn urn)
        {
            foreach (var dependent in context.Olds.DependentsOf(urn).Where(dependent => visited.Add(dependent.Urn)))
                candidates.Enqueue(dependent, context.Olds.PositionOf(dependent.Urn));
        }
    }

    private async Task<bool> IsReplacedAsync(ResourceState resource, HashSet<Urn> affected, CancellationToken cancellationToken)
    {
        if (context.Registrations.IsDeleted(resource.Urn)
            || (resource.Provider is { } reference && affected.Contains(reference.Urn))
            || (resource.DeletedWith is { } target && affected.Contains(target))
            || resource.ReplaceWith.Any(affected.Contains))
        {
            return true;
        }

        var inputs = resource.Inputs;
        foreach (var (key, urns) in resource.PropertyDependencies)
        {
            if (inputs.ContainsKey(key) && urns.Any(affected.Contains))
                inputs = inputs.With(key, PropertyValue.Unknown);
        }

        if (ReferenceEquals(inputs, resource.Inputs))
            return false;

        var provider = await context.Providers.FindAsync(resource, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The custom resource '{resource.Urn}' has no provider.");
        var diff = await Differ.DiffAsync(resource, inputs, [], provider, cancellationToken).ConfigureAwait(false);
        return diff.Replaces;
    }
}
