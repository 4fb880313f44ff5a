using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

public sealed class DriftTests
{
    private const string StorageAccount = "azure-native:storage:StorageAccount";
    private const string RoleAssignment = "azure-native:authorization:RoleAssignment";

    [Fact]
    public async Task Refresh_notices_what_was_changed_in_the_cloud()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        await OpenToThePublicAsync(project);

        var result = (await project.RunAsync("refresh", "--yes", "--skip-preview")).Succeeded();

        Assert.Contains("1 updated", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_after_a_refresh_sets_back_what_was_changed()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        var account = await OpenToThePublicAsync(project);
        (await project.RunAsync("refresh", "--yes", "--skip-preview")).Succeeded();

        await project.UpAsync();

        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        var found = await cloud.FindAsync(account, "2024-01-01");
        Assert.False(found?.GetProperty("properties").GetProperty("allowBlobPublicAccess").GetBoolean());
    }

    [Fact]
    public async Task Up_after_a_refresh_assigns_a_role_again_that_was_taken_away()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        var assignment = project.ReadState().IdOf(RoleAssignment, "identities.trainer-AcrPull-registries.private");
        await cloud.RemoveAsync(assignment);
        (await project.RunAsync("refresh", "--yes", "--skip-preview")).Succeeded();
        var traffic = project.Traffic();

        await project.UpAsync();

        Assert.Equal($"PUT {assignment}", Assert.Single(traffic.Writes));
    }

    [Fact]
    public async Task A_preview_that_refreshes_first_notices_what_was_changed_in_the_cloud()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        await OpenToThePublicAsync(project);

        var result = await project.RunAsync("preview", "--refresh", "--expect-no-changes");

        Assert.Equal(ExitCode.UnexpectedChanges, result.Exit);
    }

    [Fact]
    public async Task Refresh_writes_nothing_to_the_cloud()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        await OpenToThePublicAsync(project);
        var traffic = project.Traffic();

        (await project.RunAsync("refresh", "--yes", "--skip-preview")).Succeeded();

        Assert.Empty(traffic.Writes);
    }

    /// <summary>Somebody allows anonymous reads of the data; returns the account's id.</summary>
    private static async Task<string> OpenToThePublicAsync(TestProject project)
    {
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        var account = project.ReadState().IdOf(StorageAccount, "data");
        await cloud.ChangeAsync(account, new { properties = new { allowBlobPublicAccess = true } });
        return account;
    }
}
