namespace Provisioning.Cli.Tests.Commands;

/// <summary><c>stack rm</c>.</summary>
public sealed class StackRemoveTests
{
    [Fact]
    public async Task AStackWithResources_StaysUnlessForced()
    {
        using var project = await CommandFolder.WithStateAsync();
        var state = await File.ReadAllTextAsync(project.StateFile);

        var refused = await project.RunAsync("stack", "rm", "--yes");
        Assert.Equal(ExitCode.Error, refused.Exit);
        Assert.StartsWith("error ACC6027: ", refused.Error, StringComparison.Ordinal);
        Assert.Equal(state, await File.ReadAllTextAsync(project.StateFile));

        var removed = await project.RunAsync("stack", "rm", "--yes", "--force");
        Assert.Equal((ExitCode.Success, "Removed the stack local."), (removed.Exit, removed.Out.Trim()));
        Assert.False(File.Exists(project.StateFile));
        Assert.Equal(state, await File.ReadAllTextAsync(project.StateFile + ".bak"));
        Assert.False(File.Exists(project.PathOf("Pulumi.local.yaml")));
    }

    [Fact]
    public async Task AnEmptyStack_IsRemovedAndNoLongerSelected()
    {
        using var project = new CommandFolder();
        await project.RunAsync("stack", "init", "blue");
        await project.RunAsync("config", "set", "region", "westeurope");

        var removed = await project.RunAsync("stack", "rm", "blue", "--yes", "--preserve-config");

        Assert.Equal(ExitCode.Success, removed.Exit);
        Assert.DoesNotContain("blue", (await project.RunAsync("stack", "ls")).Out, StringComparison.Ordinal);
        Assert.Contains("westeurope", project.Read("Pulumi.blue.yaml"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.StackNotFound, (await project.RunAsync("stack", "rm", "blue", "--yes")).Exit);
        Assert.Contains("'organization/shop/local'", (await project.RunAsync("stack", "export")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutConsent_NothingIsRemoved()
    {
        using var project = new CommandFolder();
        await project.RunAsync("stack", "init", "blue");

        Assert.StartsWith("error ACC7002: ", (await project.RunAsync("stack", "rm", "blue")).Error, StringComparison.Ordinal);
        Assert.Contains("blue", (await project.RunAsync("stack", "ls")).Out, StringComparison.Ordinal);
    }
}
