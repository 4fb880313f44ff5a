using Provisioning.Cli;
using Provisioning.Crash.Tests.Harness;
using Provisioning.Engine.Journal;
using Xunit.Abstractions;

namespace Provisioning.Crash.Tests;

/// <summary>
/// Two processes deploy the same stack at the same time: one of them changes it, the other one gives way. <c>PROVISIONING_RACES</c> says
/// how many races are run, <c>PROVISIONING_CRASH_SEED</c> with which seed the first.
/// </summary>
public sealed class RaceTests(ITestOutputHelper output)
{
    private int _bothWon;
    private int _oneWon;
    private int _noneWon;

    [Fact]
    public async Task Race_has_one_winner_at_a_time()
    {
        var rehearsal = await Rehearsal.Of();
        await using var project = await CrashProject.StartAsync();
        for (var seed = KillSettings.Seed; seed < KillSettings.Seed + KillSettings.Races; seed++)
        {
            try
            {
                await RaceAsync(project, rehearsal, seed);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Repeat it with PROVISIONING_RACES=1 PROVISIONING_CRASH_SEED={seed}. {failure.Message}", failure);
            }
        }

        output.WriteLine($"{KillSettings.Races} races: one winner {_oneWon}, two one after the other {_bothWon}, both gave way {_noneWon}.");
    }

    /// <summary>Creates the stack anew in a race; every other time the lock of a dead process lies there.</summary>
    private async Task RaceAsync(CrashProject project, Rehearsal rehearsal, int seed)
    {
        var random = new Random(seed);
        var phase = Phase.All[0];
        var rehearsed = rehearsal.Parts[phase];
        var trial = new Trial(project, phase, rehearsed);
        project.Declare(phase);
        if (random.Next(2) == 0)
            Assert.True((await trial.DieAsync(new Kill(DurabilityPoints.StepBegun, 1 + random.Next(rehearsed.End.CountOf(DurabilityPoints.StepBegun))))).WasKilled);

        using var first = project.Start(phase.Command);
        using var second = project.Start(phase.Command);
        var ends = await Task.WhenAll(first.EndAsync(), second.EndAsync());

        AssertOneAtATime(ends);
        foreach (var loser in ends.Where(end => end.Code != 0))
        {
            loser.Ended(ExitCode.Error);
            Assert.Contains("ACC6001", loser.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(loser.Points, point => point.Name == DurabilityPoints.StepBegun);
        }

        Count(ends.Count(end => end.Code == 0));
        if (ends.All(end => end.Code != 0))
            (await project.RunHereAsync(phase.Command)).Succeeded();
        await trial.HoldAsync(ends[0]);
        (await project.RunHereAsync(CrashProject.Destroy)).Succeeded();
    }

    private void Count(int winners)
    {
        _noneWon += winners == 0 ? 1 : 0;
        _oneWon += winners == 1 ? 1 : 0;
        _bothWon += winners == 2 ? 1 : 0;
    }

    /// <summary>Two that changed the stack held the lock one after the other.</summary>
    private static void AssertOneAtATime(IReadOnlyList<ChildEnd> ends)
    {
        var turns = ends
            .Where(end => end.CountOf(DurabilityPoints.LockTaken) > 0)
            .Select(end => (From: end.Points.First(point => point.Name == DurabilityPoints.LockTaken).Ticks, To: end.Points[^1].Ticks))
            .Order()
            .ToList();
        Assert.True(turns.Count < 2 || turns[0].To <= turns[1].From, $"Two held the lock at a time: {string.Join(", ", turns)}.\n{string.Join('\n', ends)}");
    }
}
