namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>Makes a failing sequence smaller, as long as it fails.</summary>
internal static class Shrinking
{
    /// <summary>The smallest sequence that still fails, as far as leaving out one thing after the other finds it.</summary>
    public static async Task<IReadOnlyList<FuzzStep>> ShrinkAsync(IReadOnlyList<FuzzStep> steps, Func<IReadOnlyList<FuzzStep>, Task<bool>> fails)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var candidate in Smaller(steps))
            {
                if (!await fails(candidate))
                    continue;
                steps = candidate;
                isSmaller = true;
                break;
            }
        }

        return steps;
    }

    private static IEnumerable<IReadOnlyList<FuzzStep>> Smaller(IReadOnlyList<FuzzStep> steps)
    {
        for (var size = steps.Count / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < steps.Count; start += size)
                yield return [.. steps.Take(start), .. steps.Skip(start + size)];
        }

        foreach (var name in steps.OfType<FuzzStep.Change>().SelectMany(change => change.Resources).Select(resource => resource.Name).Distinct())
            yield return [.. steps.Select(step => Without(step, name))];

        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var simpler in Simpler(steps[i]).Where(simpler => simpler.ToString() != steps[i].ToString()))
                yield return [.. steps.Take(i), simpler, .. steps.Skip(i + 1)];
        }
    }

    private static FuzzStep Without(FuzzStep step, string name) =>
        step is FuzzStep.Change change ? new FuzzStep.Change([.. new DeclaredProgram(change.Resources).Without(name).Resources]) : step;

    private static IEnumerable<FuzzStep> Simpler(FuzzStep step) => step switch
    {
        FuzzStep.Change change => change.Resources.SelectMany(resource =>
            Simpler(resource).Select(simpler => new FuzzStep.Change([.. new DeclaredProgram(change.Resources).With(simpler).Resources]))
                .Prepend(Without(step, resource.Name))),
        FuzzStep.Command command => Simpler(command),
        _ => [],
    };

    private static IEnumerable<FuzzStep> Simpler(FuzzStep.Command command) =>
    [
        command with { IsPreviewed = false },
        command with { Refreshes = false },
        command with { ContinuesOnError = false },
        command with { IgnoresProtect = false },
        command with { IsParallel = false },
        command with { Targets = [] },
        command with { Fails = [], FailsLate = false },
        .. command.Fails.Select(name => command with { Fails = command.Fails.Remove(name) }),
        .. command.Targets.Select(name => command with { Targets = command.Targets.Remove(name) }),
        command with { FailsLate = false },
        command with { DiesAt = null, IsTorn = false },
        command with { IsTorn = false },
        command with { StopsAfter = null },
    ];

    private static IEnumerable<DeclaredResource> Simpler(DeclaredResource resource) =>
    [
        resource with { Parent = null },
        resource with { Source = null },
        resource with { Watch = null },
        resource with { After = null },
        resource with { DeletedWith = null },
        resource with { ReplaceWith = null },
        resource with { Alias = null },
        resource with { Size = 0 },
        resource with { Zone = 0 },
        resource with { DeletesFirst = false },
        resource with { Protect = false },
        resource with { Retain = false },
        resource with { IgnoreSize = false },
        resource with { Secret = false },
    ];
}
