using System.Collections.Concurrent;
using System.Collections.Immutable;
using Provisioning.Engine.Events;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Takes each registration of the program through planning and execution. Registrations run concurrently; each ends
/// when its resource is done. Failures are shown to the user here and stop the operation as its options say.
/// </summary>
internal sealed class ResourceRegistrar(
    PlanningContext context, StepRunner runner, RegisteredResources resources)
{
    private readonly StepPlanner planner = new(context, new Differ(context), new ReplacementPlanner(context));

    /// <summary>Deletions before replacements, which several replacements may wait for.</summary>
    private readonly ConcurrentDictionary<Urn, Lazy<Task<StepResult>>> deletions = new();

    /// <summary>Makes a resource what the program wants.</summary>
    public Task<RegistrationResult> RegisterAsync(Goal goal, CancellationToken cancellationToken)
    {
        context.Events.Secrets.Learn(goal.Inputs);
        return ReportFailuresAsync(goal.Urn, () => RegisterCheckedAsync(goal, cancellationToken));
    }

    /// <summary>Reads a resource that is managed elsewhere.</summary>
    /// <param name="known">What is known of it, with the id.</param>
    public Task<RegistrationResult> ReadAsync(ResourceState known) => ReportFailuresAsync(known.Urn, async () =>
    {
        var old = context.Registrations.Claim(known.Urn, [], null);
        if (DependsOnFailure(known))
            return Skip(known.Urn);

        var replaces = old is { Custom: true, External: false } && old.Id != known.Id;
        var read = new Step.Read(old, known, replaces);
        return await RunAsync(null, old is not null && replaces ? [read, new Step.Replace(old, known)] : [read]).ConfigureAwait(false);
    });

    private async Task<RegistrationResult> RegisterCheckedAsync(Goal goal, CancellationToken cancellationToken)
    {
        context.Status.Stopping.ThrowIfCancellationRequested();
        var old = context.Registrations.Claim(goal.Urn, goal.Aliases, goal);
        var wanted = goal.ToState(goal.Inputs);
        if (DependsOnFailure(wanted))
            return Skip(goal.Urn);

        if (old is not null && context.Registrations.DeletionOf(old.Urn) is { } deletion && !await deletion.ConfigureAwait(false))
            return Skip(goal.Urn);
        context.Targets.Discover(wanted);
        if (!context.Targets.Includes(goal.Urn))
            return await KeepAsync(goal, old).ConfigureAwait(false);

        RequireCreated(wanted);
        return StepPlanner.NeedsImport(goal, old)
            ? await ImportAsync(goal, old, cancellationToken).ConfigureAwait(false)
            : await RunAsync(goal, await planner.PlanAsync(goal, old, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Takes over an existing resource, and makes it what the program wants.</summary>
    private async Task<RegistrationResult> ImportAsync(Goal goal, ResourceState? old, CancellationToken cancellationToken)
    {
        var import = await RunAsync(goal, StepPlanner.PlanImport(goal, old)).ConfigureAwait(false);
        if (import is not { Result: Result.Success, State: { } imported })
            return import;

        var steps = await planner.PlanAsync(goal, imported, cancellationToken).ConfigureAwait(false);
        return await RunAsync(goal, steps is [Step.Same same] ? [same with { FollowsImport = true }] : steps).ConfigureAwait(false);
    }

    /// <summary>Leaves a resource that is not a target as it is, with all it refers to.</summary>
    private async Task<RegistrationResult> KeepAsync(Goal goal, ResourceState? old)
    {
        if (old is null)
        {
            context.Registrations.MarkNotCreated(goal.Urn);
            return RegistrationResult.NotCreated;
        }

        return await RunAsync(null, KeepPlanner.Plan(goal, old, context.Olds, IsRecorded)).ConfigureAwait(false);

        bool IsRecorded(Urn urn) => resources.Find(context.Registrations.CurrentUrnOf(urn)) is not null;
    }

    private void RequireCreated(ResourceState wanted)
    {
        var missing = References.All(wanted).Where(context.Registrations.IsNotCreated).Distinct().ToList();
        if (missing.Count > 0)
            throw new PlanningException([.. missing.Select(urn => $"It needs '{urn}', which does not exist yet and is {(context.Targets.IsExclusive ? "excluded; exclude both or none" : "not a target; make that a target too")}.")]);
    }

    /// <summary>Runs steps, if the plan has them.</summary>
    /// <param name="goal">What the program wants; null when it does not say what the resource is to be.</param>
    /// <param name="steps">The steps.</param>
    private async Task<RegistrationResult> RunAsync(Goal? goal, ImmutableArray<Step> steps)
    {
        var result = RegistrationResult.NotCreated;
        try
        {
            context.Plan.Admit(goal, steps);
            foreach (var step in steps)
            {
                var ended = step is Step.Delete delete ? await DeleteAsync(delete).ConfigureAwait(false) : await runner.RunAsync(step).ConfigureAwait(false);
                if (!ended.Succeeded)
                    return RegistrationResult.Failed;
                if (step is Step.Delete or Step.Replace || ended.State is not { } state)
                    continue;

                resources.Set(state, step.Op);
                result = new RegistrationResult(Result.Success, state);
            }

            return result;
        }
        finally
        {
            // Deletions that the failure of an earlier one left undone; others may wait for word of them.
            foreach (var delete in steps.OfType<Step.Delete>())
                context.Registrations.EndDeletion(delete.Old.Urn, succeeded: false);
        }
    }

    /// <summary>Deletes a resource before a replacement: once, even when several replacements need that.</summary>
    private async Task<StepResult> DeleteAsync(Step.Delete delete)
    {
        var result = await deletions.GetOrAdd(delete.Old.Urn, _ => new Lazy<Task<StepResult>>(() => runner.RunAsync(delete))).Value.ConfigureAwait(false);
        context.Registrations.EndDeletion(delete.Old.Urn, result.Succeeded);
        return result;
    }

    private bool DependsOnFailure(ResourceState resource) => References.All(resource).Any(context.Status.IsFailed);

    /// <summary>Leaves a resource out because something it depends on failed.</summary>
    public RegistrationResult Skip(Urn urn)
    {
        context.Status.Skip(urn);
        return RegistrationResult.Skipped;
    }

    /// <summary>Does what a registration needs; when that fails, tells the user and notes that the resource failed.</summary>
    public async Task<RegistrationResult> ReportFailuresAsync(Urn urn, Func<Task<RegistrationResult>> register)
    {
        try
        {
            return await register().ConfigureAwait(false);
        }
        catch (PlanningException exception)
        {
            return Fail(urn, exception.Id, exception.Messages);
        }
        catch (RpcException exception)
        {
            return Fail(urn, RpcFailure.IdOf(exception, ErrorIds.RegistrationRefused), RpcFailure.Describe(exception));
        }
        catch (FormatException exception)
        {
            return Fail(urn, ErrorIds.RegistrationRefused, [exception.Message]);
        }
    }

    private RegistrationResult Fail(Urn urn, string id, IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
            context.Events.Error(id, urn, message);
        context.Status.Fail(urn);
        return RegistrationResult.Failed;
    }
}
