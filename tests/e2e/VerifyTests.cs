using System.Text.Json;
using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox;

namespace Provisioning.EndToEnd.Tests;

public sealed class VerifyTests
{
    private static readonly SandboxDelays SlowAccess = SandboxDelays.None with { RoleAssignmentEffect = TimeSpan.FromSeconds(3) };

    [Fact]
    public async Task Access_that_does_not_count_yet_is_told_from_access_that_is_missing()
    {
        await using var project = await TestProject.WithSandboxAsync(SandboxDelays.None with { RoleAssignmentEffect = TimeSpan.FromHours(1) }, TimeProvider.System);
        await project.ChooseAsync("web-service");
        await project.UpAsync();

        var result = await project.RunAsync("verify");

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.Contains("not yet effective: 403 AuthorizationPermissionMismatch; Storage Blob Data Reader was assigned", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not granted", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_with_verify_waits_until_access_counts_and_says_how_long_that_took()
    {
        await using var project = await TestProject.WithSandboxAsync(SlowAccess, TimeProvider.System);
        await project.ChooseAsync("web-service");

        var result = (await project.RunAsync("up", "--yes", "--skip-preview", "--verify")).Succeeded();

        Assert.Matches("All [0-9]+ checks held", result.Out);
        Assert.Contains("Access became effective after", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_tries_only_the_workloads_that_are_named()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.ChooseAsync("radix");
        await project.UpAsync();

        var result = (await project.RunAsync("verify", "--workload", "deploy", "--json")).Succeeded();

        var report = JsonElement.Parse(result.Out);
        Assert.True(report.GetProperty("held").GetBoolean());
        Assert.Equal("workloads.deploy", Assert.Single(report.GetProperty("actors").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Verify_of_an_unknown_workload_lists_those_there_are()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.ChooseAsync("web-service");
        await project.UpAsync();

        var result = await project.RunAsync("verify", "--workload", "train");

        Assert.Equal(ExitCode.Usage, result.Exit);
        Assert.Contains("error ACC7035: There is no 'train' to verify; there are workloads.score.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_after_a_change_of_the_document_asks_for_a_deployment()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.ChooseAsync("web-service");
        await project.UpAsync();
        project.Edit("stacks/scenarios/web-service.yaml", "{ name: stwebservice, containers: [models, customers] }", "{ name: stwebservice, containers: [models, customers] }\n  more: { name: stwebservicemore, containers: [others] }");

        var result = await project.RunAsync("verify");

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.Contains("error ACC7032: The stack has no output 'storage.more.blobEndpoint'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_leaves_the_cloud_as_it_was()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.ChooseAsync("radix");
        await project.UpAsync();

        (await project.RunAsync("verify")).Succeeded();

        (await project.RunAsync("preview", "--expect-no-changes", "--refresh")).Succeeded();
        (await project.RunAsync("verify")).Succeeded();
    }
}
