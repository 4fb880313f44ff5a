using Provisioning.Cli;
using Provisioning.Crash.Tests.Harness;
using Provisioning.Sandbox.Faults;

namespace Provisioning.Crash.Tests;

/// <summary>Ctrl-C as the terminal sends it: once, to stop in order; twice, to stop at once.</summary>
public sealed class SignalTests
{
    /// <summary>What the command says when it is about to send the slow request.</summary>
    private const string Creating = "UserAssignedIdentity trainer creating";

    /// <summary>What it says when it has understood the first Ctrl-C.</summary>
    private const string Stopping = "Stopping:";

    [Fact]
    public async Task Ctrl_C_lets_what_runs_end_and_starts_nothing_new()
    {
        await using var project = (await StartAsync(TimeSpan.FromSeconds(2))).Project;

        using var command = project.Start(CrashProject.Up);
        Assert.True(await command.WritesAsync(Creating));
        await command.InterruptAsync();
        (await command.EndAsync()).Ended(ExitCode.Error);

        Assert.Empty(project.PendingOperations);
        Assert.Empty(project.Leftovers);
        Assert.Contains(project.State, resource => resource.Contains("id-crash-trainer", StringComparison.Ordinal));
        Assert.DoesNotContain(project.World.Lines, resource => resource.Contains("mlw-crash", StringComparison.Ordinal));

        // What Azure had accepted and not finished is sent again, with all that an update says.
        project.Sandbox.SetFaults([]);
        (await project.RunHereAsync(CrashProject.Up)).Succeeded();
        (await project.RunHereAsync(["preview", "--refresh", "--expect-no-changes"])).Succeeded();
    }

    [Fact]
    public async Task A_second_Ctrl_C_waits_for_nothing()
    {
        var (project, trial) = await StartAsync(TimeSpan.FromMinutes(10));
        await using var _ = project;

        using var command = project.Start(CrashProject.Up);
        Assert.True(await command.WritesAsync(Creating));
        await command.InterruptAsync();
        Assert.True(await command.WritesAsync(Stopping));
        await command.InterruptAsync();
        (await command.EndAsync()).Ended(ExitCode.Error);

        Assert.Contains(project.PendingOperations, operation => operation.GetRawText().Contains("id-crash-trainer", StringComparison.Ordinal));
        project.Sandbox.SetFaults([]);
        await trial.RecoverAsync();
    }

    /// <summary>A project with an identity whose first request takes its time.</summary>
    private static async Task<(CrashProject Project, Trial Trial)> StartAsync(TimeSpan delay)
    {
        var rehearsal = await Rehearsal.Of();
        var project = await CrashProject.StartAsync();
        var phase = Phase.All[0];
        project.Declare(phase);
        project.Sandbox.SetFaults([new FaultRule { Kind = FaultKind.Latency, Path = "/userAssignedIdentities/id-crash-trainer", Delay = delay }]);
        return (project, new Trial(project, phase, rehearsal.Parts[phase]));
    }
}
