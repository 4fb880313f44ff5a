using System.Collections.Immutable;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Planning;

/// <summary>Says whether a resource in state is what the program wants, and if not, whether it must be replaced.</summary>
/// <remarks>The order of reasons is that of Pulumi's step generator.</remarks>
internal sealed class Differ(PlanningContext context)
{
    /// <summary>Compares by structure alone: for components, and when a provider cannot tell.</summary>
    public static DiffResult Compare(PropertyMap old, PropertyMap current)
    {
        var differences = StructuredDiff.Compare(old, current);
        return differences.IsEmpty ? DiffResult.Equal : new DiffResult
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            DetailedDiff = differences,
            ChangedKeys = [.. differences.Keys.Select(PropertyPath.TopLevelOf).Distinct()],
        };
    }

    /// <summary>Compares a resource in state with a goal and its checked inputs.</summary>
    public async Task<DiffResult> DiffAsync(
        Goal goal, ResourceState old, PropertyMap inputs, IProvider provider, CancellationToken cancellationToken)
    {
        if (await FindReplaceKeyAsync(goal, old, cancellationToken).ConfigureAwait(false) is { } key)
            return DiffResult.Replacement(key);

        var diff = await DiffAsync(old with { Urn = goal.Urn }, inputs, goal.IgnoreChanges, provider, cancellationToken).ConfigureAwait(false);
        return ReplaceOnChanges.Promote(goal.ReplaceOnChanges, diff, hasInitErrors: !old.InitErrors.IsEmpty);
    }

    /// <summary>Asks the provider, and compares by structure when it cannot tell.</summary>
    public static async Task<DiffResult> DiffAsync(
        ResourceState old, PropertyMap inputs, ImmutableArray<string> ignoreChanges, IProvider provider, CancellationToken cancellationToken)
    {
        var diff = await provider.DiffAsync(old, inputs, ignoreChanges, cancellationToken).ConfigureAwait(false);
        return diff.Changes == DiffResponse.Types.DiffChanges.DiffUnknown ? Compare(old.Inputs, inputs) : diff;
    }

    private async Task<string?> FindReplaceKeyAsync(Goal goal, ResourceState old, CancellationToken cancellationToken)
    {
        if (HasNewTrigger(goal, old))
            return "replacementTrigger";
        if (context.Replace.Matches(goal.Urn))
            return "id";
        if (goal.ReplaceWith.Any(context.Registrations.IsReplaced))
            return "replaceWith";
        if (goal.DeletedWith is { } target && context.Registrations.IsReplaced(target))
            return "deletedWith";
        return await HasIncompatibleProviderAsync(goal, old, cancellationToken).ConfigureAwait(false) ? "provider" : null;
    }

    private bool HasNewTrigger(Goal goal, ResourceState old)
    {
        if (goal.ReplacementTrigger is not { } trigger || old.ReplacementTrigger is not { } before)
            return false;
        if (trigger.ContainsUnknowns())
        {
            return context.IsPreview
                ? true
                : throw new PlanningException("The replacement trigger is not known yet; give it a value that does not depend on unknown outputs.");
        }

        return trigger.WithoutSecrets() != before.WithoutSecrets();
    }

    private async Task<bool> HasIncompatibleProviderAsync(Goal goal, ResourceState old, CancellationToken cancellationToken)
    {
        if (goal.Provider == old.Provider)
            return false;
        if (goal.Provider is not { } current || old.Provider is not { } before)
            return true;
        if (context.Registrations.OldUrnOf(current.Urn) == before.Urn && current.Id == before.Id)
            return false;

        var diff = await context.Providers.CompareAsync(before, current, cancellationToken).ConfigureAwait(false);
        return diff.Replaces;
    }
}
