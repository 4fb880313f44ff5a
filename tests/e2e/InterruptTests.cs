using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox.Faults;

namespace Provisioning.EndToEnd.Tests;

public sealed class InterruptTests
{
    [Fact]
    public async Task Ctrl_C_stops_a_deployment_and_keeps_what_the_running_steps_made()
    {
        await using var project = await TestProject.WithSandboxAsync();
        // Whoever presses a key sees what has happened a little late; the deployment must not be over by then.
        project.Fail(new FaultRule { Kind = FaultKind.Latency, Method = "PUT", Path = "/computes/", Count = null, Delay = TimeSpan.FromSeconds(10) });

        var result = await InterruptedUpAsync(project);

        Assert.True(result.Exit == ExitCode.Error, $"It ended with {result.Exit}:\n{result.All}");
        Assert.NotEmpty(project.ReadState().UrnsOf("azure-native:resources:ResourceGroup"));
        Assert.Empty(project.ReadState().PendingOperations);
        Assert.Empty(Directory.EnumerateFiles(project.PathOf(".pulumi/locks"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_next_deployment_finishes_what_Ctrl_C_stopped()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await InterruptedUpAsync(project);

        await project.UpAsync();

        (await project.RunAsync("preview", "--refresh", "--expect-no-changes")).Succeeded();
    }

    [Fact]
    public async Task Ctrl_C_during_a_preview_changes_nothing()
    {
        await using var project = await TestProject.WithSandboxAsync();
        var traffic = project.Traffic();

        await project.RunAsync(
            new CommandSetting { OnLine = (_, interrupts) => interrupts.Request() }, "up", "--yes");

        Assert.Empty(traffic.Writes);
    }

    /// <summary>Presses Ctrl-C when the resource group has been created.</summary>
    private static Task<CommandResult> InterruptedUpAsync(TestProject project)
    {
        var pressed = false;
        var setting = new CommandSetting
        {
            OnLine = (line, interrupts) =>
            {
                if (!pressed && line.Contains("ResourceGroup rg-ml-local created", StringComparison.Ordinal))
                {
                    pressed = true;
                    interrupts.Request();
                }
            },
        };
        return project.RunAsync(setting, "up", "--yes", "--skip-preview");
    }
}
