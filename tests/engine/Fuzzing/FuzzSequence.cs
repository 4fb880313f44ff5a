namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>Things that happen to a stack, one after the other.</summary>
internal static class FuzzSequence
{
    private const int FewestSteps = 20;
    private const int MostSteps = 30;

    /// <summary>The sequence of a seed.</summary>
    public static IReadOnlyList<FuzzStep> Of(int seed)
    {
        var random = new Random(seed);
        var program = DeclaredProgram.Empty;
        var steps = new List<FuzzStep>();
        for (var count = random.Next(FewestSteps, MostSteps + 1); steps.Count < count;)
        {
            if (steps.Count == 0 || random.Next(4) == 0)
            {
                program = program.Change(random);
                steps.Add(new FuzzStep.Change([.. program.Resources]));
            }
            else
            {
                steps.Add(random.Next(12) == 0 ? new FuzzStep.Drift(AnyName(random), random.Next(2) == 0) : NextCommand(random));
            }
        }

        return steps;
    }

    private static FuzzStep.Command NextCommand(Random random)
    {
        var command = new FuzzStep.Command(random.Next(16) switch { < 12 => CommandKind.Up, < 15 => CommandKind.Refresh, _ => CommandKind.Destroy })
        {
            Refreshes = random.Next(3) == 0,
            ContinuesOnError = random.Next(3) == 0,
            IgnoresProtect = random.Next(3) == 0,
            IsParallel = random.Next(3) == 0,
        };
        if (random.Next(8) == 0)
            command = command with { Targets = [AnyName(random), AnyName(random)] };
        return random.Next(7) switch
        {
            0 => command with { Fails = [AnyName(random), AnyName(random)], FailsLate = random.Next(2) == 0 },
            1 or 2 => command with { DiesAt = Math.Round(random.NextDouble(), 3), IsTorn = random.Next(2) == 0 },
            3 => command with { StopsAfter = random.Next(8) },
            4 => command with { IsPreviewed = true },
            _ => command,
        };
    }

    private static string AnyName(Random random)
    {
        const string Names = DeclaredProgram.ComponentNames + DeclaredProgram.CustomNames;
        return Names[random.Next(Names.Length)].ToString();
    }
}
