using Provisioning.Engine.Journal;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>A process that dies at a named moment leaves what one more run of the same command makes up for.</summary>
internal static class PointTrial
{
    /// <summary>The points that a run passes for each step.</summary>
    public static readonly string[] OfSteps =
        [DurabilityPoints.StepBegun, DurabilityPoints.JournalWritten, DurabilityPoints.StepAnswered, DurabilityPoints.StepEnded];

    /// <summary>The points that only a run passes which recovers what another one left.</summary>
    public static readonly string[] OfRecovery = [DurabilityPoints.RecoveryAnnounced, DurabilityPoints.RecoveryWritten];

    /// <summary>Creates, changes and destroys the stack, and dies in each of the three parts at an occurrence of the point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="share">Which occurrence: 0 for the first, 1 for the last, and what lies between.</param>
    public static async Task DieAndRecoverAsync(string point, double share)
    {
        var rehearsal = await Rehearsal.Of();
        await using var project = await CrashProject.StartAsync();
        var kills = 0;
        foreach (var phase in Phase.All)
        {
            var rehearsed = rehearsal.Parts[phase];
            var trial = new Trial(project, phase, rehearsed);
            var kill = new Kill(point, 1 + (int)(share * (rehearsed.End.CountOf(point) - 1)));

            var end = await trial.DieAsync(kill);
            if (end.WasKilled)
            {
                Assert.Equal(point, end.LastPoint);
                kills++;
            }

            await trial.RecoverAsync();
        }

        Assert.True(kills > 0, $"No run passed '{point}'.");
    }

    /// <summary>Dies halfway through each of the three parts, and at the point again while the next run recovers that.</summary>
    public static async Task DieWhileRecoveringAsync(string point)
    {
        var rehearsal = await Rehearsal.Of();
        await using var project = await CrashProject.StartAsync();
        foreach (var phase in Phase.All)
        {
            var rehearsed = rehearsal.Parts[phase];
            var trial = new Trial(project, phase, rehearsed);

            await trial.DieAsync(new Kill(DurabilityPoints.StepAnswered, rehearsed.End.CountOf(DurabilityPoints.StepAnswered) / 2));
            var end = await trial.DieAsync(new Kill(point));
            Assert.True(end.WasKilled, $"The recovering run did not pass '{point}'.");

            await trial.RecoverAsync();
        }
    }
}
