namespace Provisioning.Cli.Tests.Commands;

/// <summary><c>stack rename</c>.</summary>
public sealed class StackRenameTests
{
    [Fact]
    public async Task ARenamedStack_IsSelectedAndKeepsItsSettings()
    {
        using var project = await CommandFolder.WithStateAsync();
        await project.RunAsync("config", "set", "region", "westeurope");

        var renamed = await project.RunAsync("stack", "rename", "blue");

        Assert.Equal((ExitCode.Success, "Renamed the stack local to blue.", ""), (renamed.Exit, renamed.Out.Trim(), renamed.Error));
        Assert.Equal("westeurope", (await project.RunAsync("config", "get", "region")).Out.Trim());
        Assert.Contains("urn:pulumi:blue::shop::a:b:Parent$a:b:C::child", (await project.RunAsync("stack", "export")).Out, StringComparison.Ordinal);
        Assert.Contains("canary-value", (await project.RunAsync("stack", "export", "--show-secrets")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.StackNotFound, (await project.RunAsync("stack", "export", "--stack", "local")).Exit);
        Assert.DoesNotContain("canary-value", project.Read(".pulumi/stacks/shop/blue.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSelectionOfAnotherStack_Stays()
    {
        using var project = new CommandFolder();
        await project.RunAsync("stack", "init", "blue");
        await project.RunAsync("stack", "init", "green");

        Assert.Equal(ExitCode.Success, (await project.RunAsync("stack", "rename", "red", "--stack", "blue")).Exit);

        await project.RunAsync("config", "set", "region", "westeurope");
        Assert.True(File.Exists(project.PathOf("Pulumi.green.yaml")));
    }

    [Theory]
    [InlineData("green", "ACC6032", ExitCode.Error)]
    [InlineData("blue", "ACC6031", ExitCode.Error)]
    [InlineData("organization/other/red", "ACC6031", ExitCode.Error)]
    [InlineData("../red", "ACC6002", ExitCode.Error)]
    public async Task ANameThatCannotBe_IsRefused(string name, string error, ExitCode exit)
    {
        using var project = new CommandFolder();
        await project.RunAsync("stack", "init", "green");
        await project.RunAsync("stack", "init", "blue");

        var refused = await project.RunAsync("stack", "rename", name, "--stack", "blue");

        Assert.Equal(exit, refused.Exit);
        Assert.StartsWith($"error {error}: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("blue", (await project.RunAsync("stack", "ls")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDocument_StaysAndIsNamed()
    {
        using var project = new CommandFolder();
        Directory.CreateDirectory(project.PathOf("stacks"));
        project.Write("stacks/blue.yaml", "cloud: sandbox\n");
        await project.RunAsync("stack", "init", "blue");

        var renamed = await project.RunAsync("stack", "rename", "red");
        Assert.EndsWith("Its document is still stacks/blue.yaml: move it to stacks/red.yaml, or run 'config set document stacks/blue.yaml'.", renamed.Out.Trim(), StringComparison.Ordinal);

        await project.RunAsync("config", "set", "document", "stacks/blue.yaml");
        Assert.Equal("Renamed the stack red to green.", (await project.RunAsync("stack", "rename", "green")).Out.Trim());
    }
}
