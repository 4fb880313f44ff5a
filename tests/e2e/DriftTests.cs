using System.Text.Json;
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

    [Theory]
    [InlineData("refresh", "--yes", "--preview-only", "--diff")]
    [InlineData("refresh", "--yes", "--skip-preview", "--diff")]
    [InlineData("preview", "--refresh", "--diff")]
    public async Task Each_property_that_was_changed_in_the_cloud_is_shown_with_both_values(params string[] arguments)
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        await OpenToThePublicAsync(project);
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        await cloud.RemoveAsync(project.ReadState().IdOf(RoleAssignment, "identities.trainer-AcrPull-registries.private"));

        var result = (await project.RunAsync(arguments)).Succeeded();

        Assert.Single(result.Lines, line => line == $"~ {StorageAccount}: (changed outside)");
        Assert.Single(result.Lines, line => line == "~ allowBlobPublicAccess: false => true");
        Assert.Single(result.Lines, line => line == $"- {RoleAssignment}: (deleted outside)");
        Assert.Equal(2, result.Lines.Count(line => line.EndsWith(" outside)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Events_of_a_refresh_hold_each_property_that_was_changed_in_the_cloud_with_both_states()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        await OpenToThePublicAsync(project);

        var result = (await project.RunAsync("refresh", "--yes", "--skip-preview", "--json")).Succeeded();

        var found = result.Lines.Select(line => JsonElement.Parse(line))
            .Where(line => line.TryGetProperty("resOutputsEvent", out _))
            .Select(line => line.GetProperty("resOutputsEvent").GetProperty("metadata"));
        var changed = Assert.Single(found, step => step.GetProperty("op").GetString() == "update");
        Assert.Equal("update", changed.GetProperty("detailedDiff").GetProperty("allowBlobPublicAccess").GetProperty("diffKind").GetString());
        Assert.False(changed.GetProperty("old").GetProperty("inputs").GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.True(changed.GetProperty("new").GetProperty("inputs").GetProperty("allowBlobPublicAccess").GetBoolean());
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
