using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>What is wrong with a command or document is said before anything is begun.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("    sku: Premium }", "    sku: [Premium }", "broken YAML")]
    [InlineData("location: westeurope", "locatoin: westeurope", "an unknown key")]
    [InlineData("scale: { min: 0, max: 4", "scale: { min: none, max: 4", "a wrong type")]
    [InlineData("pushes: [private]", "pushes: [privat]", "a reference to nothing")]
    [InlineData("idleShutdown: PT1H", "idleShutdown: one hour", "a duration that is none")]
    [InlineData("role: AzureML Data Scientist", "role: AzureML Data Wizard", "an unknown role")]
    public async Task A_document_with_a_mistake_is_refused_with_its_place(string part, string replacement, string mistake)
    {
        await using var project = TestProject.WithoutSandbox();
        project.Edit(part.TrimStart(), replacement.TrimStart());

        var result = await project.RunAsync("up", "--yes");

        Assert.True(result.Exit == ExitCode.Usage, $"{mistake} led to {result.Exit}: {result.All}");
        Assert.Matches(@"(?m)^stacks[/\\]local\.yaml:\d+:\d+: error ACC\d{4}: ", result.Error);
    }

    [Fact]
    public async Task A_document_with_a_mistake_starts_nothing()
    {
        await using var project = TestProject.WithoutSandbox();
        project.Edit("pushes: [private]", "pushes: [privat]");

        await project.RunAsync("up", "--yes");

        Assert.False(File.Exists(project.StateFile));
        Assert.False(Directory.Exists(project.PathOf(".sandbox")));
    }

    [Fact]
    public async Task All_mistakes_of_a_document_are_told_at_once()
    {
        await using var project = TestProject.WithoutSandbox();
        project.Edit("pushes: [private]", "pushes: [privat]");
        project.Edit("idleShutdown: PT1H", "idleShutdown: one hour");

        var result = await project.RunAsync("up", "--yes");

        Assert.Equal(2, result.Error.Split('\n').Count(line => line.Contains(": error ACC", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_mistake_in_a_document_of_a_deployed_stack_sends_no_request()
    {
        await using var project = await TestProject.WithSandboxAsync();
        project.Edit("pushes: [private]", "pushes: [privat]");
        var traffic = project.Traffic();

        await project.RunAsync("up", "--yes");

        Assert.Empty(traffic.Requests);
    }

    [Fact]
    public async Task A_folder_without_a_project_is_a_usage_error()
    {
        await using var project = TestProject.WithoutSandbox();
        File.Delete(project.PathOf("Pulumi.yaml"));

        var result = await project.RunAsync("up", "--yes");

        Assert.Equal(ExitCode.Usage, result.Exit);
        Assert.Contains("Pulumi.yaml", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("up", "--yes")]
    [InlineData("preview")]
    [InlineData("refresh", "--yes")]
    [InlineData("destroy", "--yes")]
    public async Task A_stack_that_nobody_described_is_not_found(params string[] arguments)
    {
        await using var project = TestProject.WithoutSandbox();

        var result = await project.RunAsync([.. arguments, "--stack", "locla"]);

        Assert.Equal(ExitCode.StackNotFound, result.Exit);
        Assert.Contains("locla", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("up", "--yse")]
    [InlineData("deploy")]
    [InlineData("up", "--parallel", "none")]
    [InlineData("up", "--color", "sometimes")]
    public async Task Arguments_that_do_not_exist_are_a_usage_error(params string[] arguments)
    {
        await using var project = TestProject.WithoutSandbox();

        var result = await project.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, result.Exit);
        Assert.StartsWith("error ACC7001: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("refresh")]
    [InlineData("destroy")]
    public async Task A_command_that_may_not_ask_needs_yes(string command)
    {
        await using var project = TestProject.WithoutSandbox();

        var result = await project.RunAsync(command);

        Assert.Equal(ExitCode.Usage, result.Exit);
    }
}
