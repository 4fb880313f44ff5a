using System.Collections.Immutable;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>Holds the options of a resource to those that were planned.</summary>
internal static class PlannedOptions
{
    /// <summary>In what the options differ from the planned ones.</summary>
    public static IEnumerable<string> Violations(GoalPlan planned, Goal goal)
    {
        if (planned.Custom != goal.Custom)
            yield return Changed(goal.Custom ? "kind (a component was planned)" : "kind (a custom resource was planned)");
        if (!IsPlanned(planned.Provider, goal.Provider))
            yield return Changed("provider");
        if (planned.Parent != goal.Parent)
            yield return Changed("parent");
        if (planned.Protect != goal.Protect)
            yield return Changed("'protect'");
        if (planned.DeleteBeforeReplace != goal.DeleteBeforeReplace)
            yield return Changed("'deleteBeforeReplace'");
        if (planned.Id != goal.ImportId)
            yield return Changed("'import'");
        if ((planned.CustomTimeouts ?? None) != (goal.CustomTimeouts ?? None))
            yield return Changed("'customTimeouts'");
        if (!AreSame(planned.IgnoreChanges, goal.IgnoreChanges))
            yield return Changed("'ignoreChanges'");
        if (!AreSame(planned.AdditionalSecretOutputs, goal.AdditionalSecretOutputs))
            yield return Changed("'additionalSecretOutputs'");
        if (!AreSame(planned.Aliases, goal.Aliases))
            yield return Changed("'aliases'");
        if (!ArePlanned(planned, goal))
            yield return Changed("dependencies");
    }

    private static CustomTimeouts None { get; } = new(null, null, null, null);

    private static string Changed(string option) => $"its {option} changed";

    /// <summary>A provider that is not created yet has no id to be held to.</summary>
    private static bool IsPlanned(ProviderReference? planned, ProviderReference? actual) =>
        planned?.Urn == actual?.Urn && (planned?.Id == actual?.Id || planned?.Id == Signatures.Unknown || actual?.Id == Signatures.Unknown);

    /// <summary>
    /// Whether the dependencies are the planned ones. A value that was unknown may turn out to come from more resources,
    /// or from fewer.
    /// </summary>
    private static bool ArePlanned(GoalPlan planned, Goal goal)
    {
        var open = planned.InputDiff.Adds.Concat(planned.InputDiff.Updates)
            .Where(property => property.Value.ContainsUnknowns())
            .SelectMany(property => DependenciesOf(planned.PropertyDependencies, property.Key).Concat(DependenciesOf(goal.PropertyDependencies, property.Key)))
            .ToHashSet();
        return planned.Dependencies.Except(open).ToHashSet().SetEquals(goal.Dependencies.Except(open));
    }

    private static ImmutableArray<Urn> DependenciesOf(ImmutableSortedDictionary<string, ImmutableArray<Urn>> dependencies, string property) =>
        dependencies.TryGetValue(property, out var urns) ? urns : [];

    private static bool AreSame<T>(IEnumerable<T> planned, IEnumerable<T> actual) => planned.ToHashSet().SetEquals(actual);
}
