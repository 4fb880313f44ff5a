using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

public sealed class InterruptTests
{
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
