using Provisioning.Crash.Tests.Harness;
using Provisioning.Engine.Journal;

namespace Provisioning.Crash.Tests;

/// <summary>The clock of the machine is set, by days, between runs and while one is running.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData(-3)]
    [InlineData(400)]
    public async Task Recovery_does_not_depend_on_the_clock(int days)
    {
        var rehearsal = await Rehearsal.Of();
        await using var project = await CrashProject.StartAsync();
        var phase = Phase.All[0];
        var trial = new Trial(project, phase, rehearsal.Parts[phase]);
        Assert.True((await trial.DieAsync(new Kill(DurabilityPoints.StepAnswered, 20))).WasKilled);

        var end = (await project.RunHereAsync(phase.Command, new SetClock(TimeSpan.FromDays(days)))).Succeeded();

        await trial.HoldAsync(end);
    }

    [Fact]
    public async Task History_keeps_the_order_of_the_operations()
    {
        await using var project = await CrashProject.StartAsync();
        foreach (var (days, number) in new[] { (0, 1), (-3, 2), (5, 3), (-30, 4) })
            (await project.RunHereAsync([.. CrashProject.Up, "--message", $"run {number}"], new SetClock(TimeSpan.FromDays(days)))).Succeeded();

        var history = (await project.RunHereAsync(["stack", "history"])).Succeeded().Output;

        Assert.Equal(
            [4, 3, 2, 1],
            Enumerable.Range(1, 4).OrderBy(number => history.IndexOf($"run {number}", StringComparison.Ordinal)));
        Assert.Empty(project.Leftovers);
    }

    [Fact]
    public async Task A_run_goes_on_while_the_clock_is_set()
    {
        var rehearsal = await Rehearsal.Of();
        await using var project = await CrashProject.StartAsync();
        var phase = Phase.All[0];
        var trial = new Trial(project, phase, rehearsal.Parts[phase]);

        var end = (await project.RunHereAsync(phase.Command, new RestlessClock())).Succeeded();

        await trial.HoldAsync(end);
    }
}
