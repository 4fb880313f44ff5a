using System.Collections.Immutable;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Planning;

/// <summary>Decides what has to be done for a resource to become what the program wants.</summary>
internal sealed class StepPlanner(PlanningContext context, Differ differ, ReplacementPlanner replacements)
{
    /// <summary>Whether a goal first takes over an existing resource.</summary>
    public static bool NeedsImport(Goal goal, ResourceState? old) =>
        goal.Custom && goal.ImportId.Length > 0
        && (old is null || old.External || (old.Id != goal.ImportId && old.ImportId != goal.ImportId));

    /// <summary>The steps that take over an existing resource; planning goes on with what they find.</summary>
    public static ImmutableArray<Step> PlanImport(Goal goal, ResourceState? old)
    {
        var planned = (old is null ? goal.ToState(goal.Inputs) : goal.ToReplacement(goal.Inputs, old)) with { Id = goal.ImportId };
        var import = new Step.Import(old, planned);
        return old is null ? [import] : [import, new Step.Replace(old, planned)];
    }

    /// <summary>The steps of a goal, to be executed one after the other.</summary>
    public async Task<ImmutableArray<Step>> PlanAsync(Goal goal, ResourceState? old, CancellationToken cancellationToken)
    {
        if (!goal.Custom)
            return [PlanComponent(goal, old)];

        var provider = await context.Providers.FindAsync(goal.ToState(goal.Inputs), cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The custom resource '{goal.Urn}' has no provider.");
        var seed = context.Plan.SeedOf(goal.Urn, context.NewSeed);
        var recreates = old is not null && (old.PendingReplacement || context.Registrations.IsDeleted(old.Urn));
        var isComparable = old is not null && !old.External && !recreates && !context.Replace.Matches(goal.Urn);
        goal = old is null ? goal : ResetIgnored(goal, old);
        var inputs = await CheckAsync(goal, provider, isComparable ? old : null, seed, cancellationToken).ConfigureAwait(false);
        if (old is null)
            return [new Step.Create(goal.ToState(inputs))];
        if (recreates)
            return PlanRecreation(goal, old, inputs);
        if (old.External)
            return PlanTakeover(goal, old, inputs);

        var diff = await differ.DiffAsync(goal, old, inputs, provider, cancellationToken).ConfigureAwait(false);
        if (diff.Replaces)
        {
            var fresh = await CheckAsync(goal, provider, null, seed, cancellationToken).ConfigureAwait(false);
            return await replacements.PlanAsync(goal, old, fresh, diff, cancellationToken).ConfigureAwait(false);
        }

        return diff.HasChanges || !old.InitErrors.IsEmpty
            ? [new Step.Update(old, goal.ToState(inputs, old)) { Diff = diff }]
            : [new Step.Same(old, goal.ToState(inputs, old))];
    }

    private static Step PlanComponent(Goal goal, ResourceState? old)
    {
        if (old is null)
            return new Step.Create(goal.ToState(goal.Inputs));

        var diff = Differ.Compare(old.Inputs, goal.Inputs);
        return diff.HasChanges
            ? new Step.Update(old, goal.ToState(goal.Inputs, old)) { Diff = diff }
            : new Step.Same(old, goal.ToState(goal.Inputs, old));
    }

    private ImmutableArray<Step> PlanRecreation(Goal goal, ResourceState old, PropertyMap inputs)
    {
        context.Registrations.MarkReplaced(goal.Urn);
        var planned = goal.ToReplacement(inputs, old);
        return [new Step.Replace(old, planned), new Step.CreateReplacement(old, planned, OldIsGone: true)];
    }

    private ImmutableArray<Step> PlanTakeover(Goal goal, ResourceState old, PropertyMap inputs)
    {
        context.Registrations.MarkReplaced(goal.Urn);
        var planned = goal.ToReplacement(inputs, old);
        return [new Step.CreateReplacement(old, planned, OldIsGone: false), new Step.Replace(old, planned)];
    }

    private Goal ResetIgnored(Goal goal, ResourceState old)
    {
        var unresolved = new List<string>();
        var inputs = IgnoreChanges.Apply(goal.IgnoreChanges, old.Inputs, goal.Inputs, unresolved);
        foreach (var path in unresolved)
            context.Events.Diagnostic(LogSeverity.Info, goal.Urn, $"The ignored property '{path}' is not where it was and changes nonetheless.");
        return goal with { Inputs = inputs };
    }

    private async Task<PropertyMap> CheckAsync(
        Goal goal, IProvider provider, ResourceState? old, ReadOnlyMemory<byte> seed, CancellationToken cancellationToken)
    {
        var olds = old?.Inputs ?? context.Interrupted.GetValueOrDefault(goal.Urn) ?? PropertyMap.Empty;
        var result = await provider.CheckAsync(goal.Urn, olds, goal.Inputs, seed, cancellationToken).ConfigureAwait(false);
        if (!result.Failures.IsEmpty)
            throw new PlanningException([.. result.Failures.Select(Describe)]);
        if (!context.IsPreview && result.Inputs.ContainsUnknowns())
            throw new PlanningException("Its inputs hold values that are not known; the provider must not return unknown values when deploying.");
        return result.Inputs;
    }

    private static string Describe(CheckFailure failure) =>
        failure.Property.Length == 0 ? failure.Reason : $"The property '{failure.Property}' is not valid: {failure.Reason}";
}
