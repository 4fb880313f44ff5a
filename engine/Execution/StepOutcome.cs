using System.Collections.Immutable;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Execution;

/// <summary>What a step makes of the state.</summary>
internal static class StepOutcome
{
    /// <summary>What is pending while the step runs; null when no provider changes or reads anything for it.</summary>
    public static PendingOperation? PendingWhile(Step step)
    {
        if (!step.Resource.Custom || step.Resource.Urn.IsProvider)
            return null;

        return step switch
        {
            Step.Create or Step.CreateReplacement => new PendingOperation(step.Resource, OperationKind.Creating),
            Step.Update update => new PendingOperation(update.New, OperationKind.Updating),
            Step.Delete { CallsProvider: true } delete => new PendingOperation(delete.Old, OperationKind.Deleting),
            Step.Read read => new PendingOperation(read.New, OperationKind.Reading),
            Step.Import import => new PendingOperation(import.New, OperationKind.Importing),
            Step.Same or Step.Replace or Step.Delete or Step.RemovePendingReplace or Step.Refresh => null,
            _ => throw new InvalidOperationException($"Unhandled step {step.GetType()}."),
        };
    }

    /// <summary>The resource after the step; null when it is gone.</summary>
    public static ResourceState? Apply(Step step, ProviderOutcome? outcome, DateTimeOffset now) => step switch
    {
        Step.Same same => same.New,
        Step.Replace replace => replace.New,
        Step.Create create => Created(create.New, outcome, now),
        Step.CreateReplacement create => Created(create.New, outcome, now),
        Step.Update update => Updated(update, outcome, now),
        Step.Delete or Step.RemovePendingReplace => null,
        Step.Read read => Read(read, outcome, now),
        Step.Import import => Created(import.New, outcome, now),
        Step.Refresh refresh => outcome is null || outcome.Id.Length == 0 ? null : Refreshed(refresh.Old, outcome, now),
        _ => throw new InvalidOperationException($"Unhandled step {step.GetType()}."),
    };

    /// <summary>
    /// How the list of resources changes; the last change ends the pending operation. What a refresh found is recorded
    /// when all of it is known, because references between resources may have to change with it. A replacement that has
    /// the id of the old resource is that resource, so deleting the old one would delete the new one.
    /// </summary>
    public static ImmutableArray<StateChange> Changes(Step step, ResourceState? after) => (step, after) switch
    {
        (Step.Replace or Step.Refresh, _) => [],
        (Step.CreateReplacement { OldIsGone: false } create, { } created) when created.Id != create.Old.Id =>
            [MarkForDeletion(create.Old), StateChange.Added(created)],
        (Step.Read { Replaces: true, Old: { } old }, { } read) => [MarkForDeletion(old), StateChange.Added(read)],
        (Step.Import { Old: { } old }, { } imported) => [MarkForDeletion(old), StateChange.Added(imported)],
        (Step.Delete { KeepEntry: true } delete, null) =>
            [StateChange.InPlace(delete.Old, delete.Old with { PendingReplacement = true })],
        (Step.Delete delete, null) => [.. delete.Parts.Append(delete.Old).Select(StateChange.Removed)],
        (_, null) => [StateChange.Removed(step.Resource)],
        (_, { } registered) => [StateChange.Registered(step.Before, registered)],
    };

    private static StateChange MarkForDeletion(ResourceState old) => StateChange.InPlace(old, old with { Delete = true });

    private static ResourceState Created(ResourceState planned, ProviderOutcome? outcome, DateTimeOffset now) =>
        WithOutcome(planned, outcome) with
        {
            Inputs = outcome?.Inputs ?? planned.Inputs,
            Created = now,
            Modified = now,
        };

    private static ResourceState Updated(Step.Update update, ProviderOutcome? outcome, DateTimeOffset now) =>
        WithOutcome(update.New, outcome) with
        {
            // Half done, so the next run has to see the difference again.
            Inputs = outcome is { InitErrors.IsEmpty: false } ? update.Old.Inputs : update.New.Inputs,
            Modified = now,
        };

    private static ResourceState Read(Step.Read read, ProviderOutcome? outcome, DateTimeOffset now)
    {
        var after = WithOutcome(read.New, outcome);
        var isChanged = read.Old is null || !read.Old.Outputs.Equals(after.Outputs);
        return after with { Created = read.Old?.Created, Modified = isChanged ? now : read.Old?.Modified };
    }

    private static ResourceState Refreshed(ResourceState old, ProviderOutcome outcome, DateTimeOffset now)
    {
        var after = WithOutcome(old with { Inputs = outcome.Inputs ?? old.Inputs }, outcome);
        if (!after.Outputs.Equals(old.Outputs) || !after.Inputs.Equals(old.Inputs))
            return after with { Modified = now };
        return after.Id == old.Id && after.InitErrors.SequenceEqual(old.InitErrors, StringComparer.Ordinal) ? old : after;
    }

    private static ResourceState WithOutcome(ResourceState resource, ProviderOutcome? outcome)
    {
        if (outcome is null)
            return resource;

        var outputs = (outcome.Outputs ?? PropertyMap.Empty).WithSecretsOf(resource.Inputs);
        foreach (var name in resource.AdditionalSecretOutputs)
        {
            if (outputs.TryGetValue(name, out var value) && value is not PropertyValue.SecretValue)
                outputs = outputs.With(name, new PropertyValue.SecretValue(value));
        }

        return resource with
        {
            Id = outcome.Id.Length > 0 ? outcome.Id : resource.Id,
            Outputs = outputs,
            InitErrors = outcome.InitErrors,
        };
    }
}
