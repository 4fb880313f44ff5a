using System.Diagnostics;
using Provisioning.Crash.Tests.Harness;
using Xunit.Abstractions;

namespace Provisioning.Crash.Tests;

/// <summary>
/// Processes die at any moment. <c>PROVISIONING_KILLS</c> says how many, <c>PROVISIONING_CRASH_SEED</c> with which seed the first.
/// </summary>
public sealed class RandomKillTests(ITestOutputHelper output)
{
    /// <summary>Every so many deaths the run that recovers dies too.</summary>
    private const int SecondDeath = 4;

    /// <summary>How many stacks live and die side by side.</summary>
    private const int Lanes = 2;

    private readonly KillTally _tally = new();

    [Fact]
    public async Task RandomKill_is_made_up_for_by_one_more_run()
    {
        var started = Stopwatch.GetTimestamp();
        var rehearsal = await Rehearsal.Of();
        var seeds = Enumerable.Range(KillSettings.Seed, KillSettings.Kills).ToList();

        // Each lane goes on with the next seeds of its own, so that a seed alone is enough to repeat its death.
        await Task.WhenAll(seeds.Chunk((seeds.Count + Lanes - 1) / Lanes).Select(lane => Task.Run(() => RunLaneAsync(rehearsal, lane))));

        output.WriteLine($"{KillSettings.Kills} deaths recovered, seeds {seeds[0]} to {seeds[^1]}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {_tally}");
    }

    private async Task RunLaneAsync(Rehearsal rehearsal, int[] seeds)
    {
        await using var project = await CrashProject.StartAsync();
        await LeadToAsync(project, PhaseOf(seeds[0]));
        foreach (var seed in seeds)
        {
            try
            {
                await DieAndRecoverAsync(project, rehearsal, seed);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"Repeat it with PROVISIONING_KILLS=1 PROVISIONING_CRASH_SEED={seed}. {failure.Message}", failure);
            }
        }
    }

    private async Task DieAndRecoverAsync(CrashProject project, Rehearsal rehearsal, int seed)
    {
        var random = new Random(seed);
        var phase = PhaseOf(seed);
        var rehearsed = rehearsal.Parts[phase];
        var trial = new Trial(project, phase, rehearsed);
        _tally.Add(await trial.DieAsync(Kill.AtRandom(random, rehearsed.End.Points.Count)));
        if (random.Next(SecondDeath) == 0)
            _tally.Add(await trial.DieAsync(Kill.AtRandom(random, rehearsed.End.Points.Count)));
        await trial.RecoverAsync(inProcess: random.Next(2) == 0);
    }

    private static Phase PhaseOf(int seed) => Phase.All[seed % Phase.All.Length];

    /// <summary>Does what comes before a part.</summary>
    private static async Task LeadToAsync(CrashProject project, Phase phase)
    {
        foreach (var earlier in Phase.All.TakeWhile(earlier => earlier != phase))
        {
            project.Declare(earlier);
            (await project.RunHereAsync(earlier.Command)).Succeeded();
        }
    }
}
