using System.Collections.Immutable;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>Makes a plan of what a preview would do.</summary>
internal sealed class PlanDraft : IStepPlan
{
    /// <summary>Guards the members below.</summary>
    private readonly Lock gate = new();
    private readonly Dictionary<Urn, ResourcePlan> resources = [];
    private readonly HashSet<Urn> shared = [];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> SeedOf(Urn urn, Func<ReadOnlyMemory<byte>> fresh)
    {
        lock (gate)
        {
            var known = Find(urn);
            if (known.Seed.IsEmpty)
                resources[urn] = known = known with { Seed = fresh() };
            return known.Seed;
        }
    }

    /// <inheritdoc/>
    public void Admit(Goal? goal, IReadOnlyList<Step> steps)
    {
        lock (gate)
        {
            if (goal is not null && PlannedSteps.Giving(steps) is { } giving)
            {
                var changes = PropertyChanges.Between(PlannedSteps.InputsBefore(giving), PlannedSteps.InputsAfter(giving));
                resources[goal.Urn] = Find(goal.Urn) with { Goal = GoalPlan.Of(goal, changes) };
            }

            foreach (var step in steps.Where(step => !PlannedSteps.IsShared(step) || shared.Add(step.Resource.Urn)))
            {
                foreach (var (urn, op) in PlannedSteps.Operations(step))
                {
                    var known = Find(urn);
                    resources[urn] = known with { Steps = known.Steps.Add(op) };
                }
            }
        }
    }

    /// <inheritdoc/>
    public void AdmitOutputs(Urn urn, PropertyMap old, PropertyMap current)
    {
        lock (gate)
        {
            if (Find(urn) is { Goal: { } goal } known)
                resources[urn] = known with { Goal = goal with { OutputDiff = PropertyChanges.Between(old, current) } };
        }
    }

    /// <inheritdoc/>
    public IEnumerable<(Urn Urn, string Message)> Missing(IReadOnlyList<ResourceState> untouched) => [];

    /// <summary>The plan.</summary>
    /// <param name="foretold">The state after the preview.</param>
    public ImmutableDictionary<Urn, ResourcePlan> Finish(Snapshot foretold)
    {
        var outputs = foretold.Resources.Where(resource => !resource.Delete).ToDictionary(resource => resource.Urn, resource => resource.Outputs);
        lock (gate)
            return resources.ToImmutableDictionary(resource => resource.Key, resource => resource.Value with { Outputs = outputs.GetValueOrDefault(resource.Key) });
    }

    private ResourcePlan Find(Urn urn) => resources.GetValueOrDefault(urn) ?? new ResourcePlan();
}
