using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

public sealed class StackRenameTests
{
    [Fact]
    public async Task A_renamed_stack_goes_on_with_what_it_has_in_the_cloud()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        var traffic = project.Traffic();

        var renamed = (await project.RunAsync("stack", "rename", "team")).Succeeded();
        Assert.Contains("Its document is still stacks/local.yaml", renamed.Out, StringComparison.Ordinal);
        (await project.RunAsync("config", "set", "document", "stacks/local.yaml")).Succeeded();

        (await project.RunAsync("preview", "--refresh", "--expect-no-changes")).Succeeded();
        Assert.Empty(traffic.Writes);
        Assert.Contains("update", (await project.RunAsync("stack", "history")).Succeeded().Out, StringComparison.Ordinal);
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();
        Assert.False(File.Exists(project.StateFile));
    }
}
