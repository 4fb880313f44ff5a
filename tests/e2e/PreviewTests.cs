using System.Text.Json;
using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

[Collection(DeployedStackCollection.Name)]
public sealed class PreviewTests(DeployedStack stack)
{
    [Fact]
    public async Task Preview_of_a_deployed_stack_finds_no_changes() =>
        (await stack.Project.RunAsync("preview", "--expect-no-changes")).Succeeded();

    [Fact]
    public async Task Preview_as_JSON_writes_one_document_with_a_step_for_each_resource()
    {
        var result = (await stack.Project.RunAsync("preview", "--json")).Succeeded();

        using var digest = JsonDocument.Parse(result.Out);
        var steps = digest.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("urn").GetString()).ToList();
        Assert.Subset(stack.Project.ReadState().Urns.ToHashSet(), steps.ToHashSet()!);
        Assert.True(steps.Count >= 40, $"There are only {steps.Count} steps.");
    }

    [Fact]
    public async Task Preview_as_JSON_counts_the_changes()
    {
        var result = (await stack.Project.RunAsync("preview", "--json")).Succeeded();

        using var digest = JsonDocument.Parse(result.Out);
        var change = Assert.Single(digest.RootElement.GetProperty("changeSummary").EnumerateObject());
        Assert.Equal("same", change.Name);
    }

    [Fact]
    public async Task Up_as_JSON_writes_a_document_on_each_line()
    {
        var result = (await stack.Project.RunAsync("up", "--yes", "--skip-preview", "--json")).Succeeded();

        var kinds = result.Lines.Select(line => JsonElement.Parse(line).EnumerateObject().Last().Name).ToList();
        Assert.Equal("preludeEvent", kinds[0]);
        Assert.Equal(["summaryEvent", "cancelEvent"], kinds[^2..]);
    }

    [Fact]
    public async Task Preview_of_a_changed_document_is_not_what_was_expected()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        project.Edit("owner: ml-platform", "owner: somebody-else");

        var result = await project.RunAsync("preview", "--expect-no-changes");

        Assert.Equal(ExitCode.UnexpectedChanges, result.Exit);
    }

    [Fact]
    public async Task Preview_of_a_changed_document_changes_neither_state_nor_cloud()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        project.Edit("owner: ml-platform", "owner: somebody-else");
        var state = await File.ReadAllBytesAsync(project.StateFile);
        var traffic = project.Traffic();

        (await project.RunAsync("preview")).Succeeded();

        Assert.Empty(traffic.Writes);
        Assert.Equal(state, await File.ReadAllBytesAsync(project.StateFile));
    }

    [Fact]
    public async Task Preview_with_properties_shows_old_and_new_values()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        project.Edit("owner: ml-platform", "owner: somebody-else");

        var result = (await project.RunAsync("preview", "--diff")).Succeeded();

        Assert.Contains("owner: \"ml-platform\" => \"somebody-else\"", result.Out.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
