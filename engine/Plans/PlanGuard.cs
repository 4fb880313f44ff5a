using Provisioning.Engine.Events;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>
/// Holds an update to a plan: it does what was planned, or less, and nothing else. Less is to leave alone what would be
/// created, updated or replaced, and to update what would be replaced.
/// </summary>
/// <remarks>The rules are those of Pulumi's pkg/resource/deploy/plan.go and step_generator.go.</remarks>
internal sealed class PlanGuard : IStepPlan
{
    /// <summary>Guards the members below.</summary>
    private readonly Lock gate = new();
    private readonly UpdatePlan plan;
    private readonly Dictionary<Urn, Queue<StepOp>> expected;
    private readonly HashSet<Urn> shared = [];

    /// <summary>Holds to a plan.</summary>
    public PlanGuard(UpdatePlan plan)
    {
        this.plan = plan;
        expected = plan.Resources.ToDictionary(resource => resource.Key, resource => new Queue<StepOp>(resource.Value.Steps));
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> SeedOf(Urn urn, Func<ReadOnlyMemory<byte>> fresh) =>
        plan.Resources.TryGetValue(urn, out var resource) && !resource.Seed.IsEmpty ? resource.Seed : fresh();

    /// <inheritdoc/>
    public void Admit(Goal? goal, IReadOnlyList<Step> steps)
    {
        lock (gate)
        {
            List<string> violations = [];
            var spares = false;
            foreach (var step in steps.Where(step => !PlannedSteps.IsShared(step) || shared.Add(step.Resource.Urn)))
            {
                foreach (var (urn, op) in PlannedSteps.Operations(step))
                    violations.AddRange(Take(urn, op, goal?.Urn ?? step.Resource.Urn, ref spares));
            }

            // A creation that was not planned need not be told property by property.
            if (goal is not null && PlannedSteps.Giving(steps) is var giving && (violations.Count == 0 || giving is Step.Update))
                violations.AddRange(Violations(goal, giving, spares));
            Refuse(violations);
        }
    }

    /// <inheritdoc/>
    public void AdmitOutputs(Urn urn, PropertyMap old, PropertyMap current)
    {
        var planned = plan.Resources.GetValueOrDefault(urn)?.Goal?.OutputDiff ?? PropertyChanges.None;
        Refuse([.. PlannedChanges.Violations(planned, old, current, "output", mayStay: false)]);
    }

    /// <inheritdoc/>
    public IEnumerable<(Urn Urn, string Message)> Missing(IReadOnlyList<ResourceState> untouched)
    {
        lock (gate)
        {
            return [.. expected
                .Where(resource => resource.Value.Any(op => op is not StepOp.Same && !IsGone(resource.Key, op, untouched)))
                .OrderBy(resource => resource.Key.ToString(), StringComparer.Ordinal)
                .Select(resource => (resource.Key, $"The plan has the step {string.Join(", ", resource.Value.Select(op => $"'{op.Name()}'"))}, and that was not done: by now nothing asks for it."))];
        }
    }

    /// <summary>Whether there is nothing left that a deletion could take away.</summary>
    private static bool IsGone(Urn urn, StepOp op, IReadOnlyList<ResourceState> untouched) =>
        PlannedSteps.IsDeletion(op) && !untouched.Any(resource => resource.Urn == urn && resource.Delete == PlannedSteps.IsReplacement(op));

    private static void Refuse(List<string> violations)
    {
        if (violations.Count > 0)
        {
            throw new PlanningException([.. violations.Select(violation => $"It violates the plan: {violation}. Make a new plan with 'preview --save-plan', and have it reviewed.")])
            {
                Id = ErrorIds.PlanViolated,
            };
        }
    }

    /// <summary>Takes a step out of what is still planned for a resource, and says whether it spares it a replacement.</summary>
    private IEnumerable<string> Take(Urn urn, StepOp op, Urn subject, ref bool spares)
    {
        var name = urn == subject ? "the step" : $"'{urn}': the step";
        var left = expected.GetValueOrDefault(urn) ?? [];
        while (left.TryPeek(out var done) && IsDoneBefore(done, op))
            left.Dequeue();
        if (!left.TryPeek(out var next))
            return op is StepOp.Same ? [] : [$"{name} '{op.Name()}' was not planned"];

        if (op != next && !IsMilder(op, next))
            return [$"{name} '{op.Name()}' was not planned, but '{next.Name()}'"];

        left.Dequeue();
        if (op != next && PlannedSteps.IsReplacement(next))
        {
            spares = true;
            SpareReplacement(left);
        }

        return [];
    }

    /// <summary>
    /// Takes out what is left of a replacement, but for the deletion of the old one at its end: an update that stopped in
    /// between may have left that one.
    /// </summary>
    private static void SpareReplacement(Queue<StepOp> left)
    {
        while (left.TryPeek(out var part) && PlannedSteps.IsReplacement(part) && !PlannedSteps.IsDeletion(part))
            left.Dequeue();
    }

    /// <summary>Whether a planned step must have been done by an update that stopped after it, given what is to be done now.</summary>
    private static bool IsDoneBefore(StepOp planned, StepOp op) =>
        (planned is StepOp.Import or StepOp.ImportReplacement && op != planned)
        || (planned is StepOp.DeleteReplaced or StepOp.DiscardReplaced && op is StepOp.Replace or StepOp.CreateReplacement or StepOp.RemovePendingReplace);

    private static bool IsMilder(StepOp op, StepOp planned) =>
        (op is StepOp.Same && planned is StepOp.Create or StepOp.Update) || (op is StepOp.Same or StepOp.Update && PlannedSteps.IsReplacement(planned));

    private List<string> Violations(Goal goal, Step? giving, bool spares)
    {
        List<string> violations = [];
        var planned = plan.Resources.GetValueOrDefault(goal.Urn)?.Goal;
        if (planned is not null)
            violations.AddRange(PlannedOptions.Violations(planned, goal));
        if (giving is not null)
        {
            var changes = planned?.InputDiff ?? PropertyChanges.None;
            violations.AddRange(PlannedChanges.Violations(changes, PlannedSteps.InputsBefore(giving), PlannedSteps.InputsAfter(giving), "property", spares));
        }

        return violations;
    }
}
