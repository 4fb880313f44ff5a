using Provisioning.Crash.Tests.Harness;
using Provisioning.Sandbox.Faults;

namespace Provisioning.Crash.Tests;

/// <summary>The cloud did what it was asked and its answer was lost, and then the process died that would have asked again.</summary>
public sealed class LostAnswerTests
{
    /// <summary>What the command says while it waits before it asks again.</summary>
    private const string Waiting = "the connection to Azure failed";

    [Theory]
    [InlineData("PUT", "/userAssignedIdentities/id-crash-trainer")]
    [InlineData("PUT", "/roleAssignments/")]
    [InlineData("PUT", "/federatedIdentityCredentials/")]
    [InlineData("PUT", "/workspaces/mlw-crash")]
    [InlineData("PATCH", "/applications(uniqueName")]
    [InlineData("POST", "/servicePrincipals")]
    public async Task LostAnswer_and_death_double_nothing(string method, string path)
    {
        var rehearsal = await Rehearsal.Of();
        await using var project = await CrashProject.StartAsync();
        var phase = Phase.All[0];
        var trial = new Trial(project, phase, rehearsal.Parts[phase]);
        project.Declare(phase);
        project.Sandbox.SetFaults([new FaultRule { Kind = FaultKind.ResetAfter, Method = method, Path = path }]);

        using var command = project.Start(phase.Command);
        var lost = await command.WritesAsync(Waiting);
        command.Kill();
        var end = await command.EndAsync();
        Assert.True(lost && end.WasKilled, end.Output);
        project.Sandbox.SetFaults([]);

        await trial.RecoverAsync();
    }
}
