using System.Text.Json;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>The documents in <c>stacks/scenarios</c>, each in a sandbox of its own.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Scenarios => [.. TestProject.Scenarios];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_is_valid_without_warnings(string scenario)
    {
        await using var project = TestProject.WithoutSandbox();
        await project.ChooseAsync(scenario);

        var result = (await project.RunAsync("validate")).Succeeded();

        Assert.DoesNotContain("warning", result.All, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_deploys_proves_its_access_stays_as_it_is_and_leaves_nothing_behind(string scenario)
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        await project.ChooseAsync(scenario);
        var before = await ContentAsync(cloud);

        await project.UpAsync();
        Assert.NotEqual(before, await ContentAsync(cloud));
        Assert.Matches("All [0-9]+ checks held", (await project.RunAsync("verify")).Succeeded().Out);
        (await project.RunAsync("preview", "--expect-no-changes")).Succeeded();
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();

        Assert.Equal(before, await ContentAsync(cloud));
        Assert.Empty(project.ReadState().Resources);
    }

    /// <summary>The groups, their resources, all role assignments and what Deep Lake knows, a line each.</summary>
    private static async Task<IReadOnlyList<string>> ContentAsync(SandboxCloud cloud)
    {
        var groups = await cloud.ResourceGroupsAsync();
        var resources = new List<string>();
        foreach (var group in groups)
            resources.AddRange((await cloud.ResourceTypesAsync(group)).Select(type => $"{group}: {type}"));
        var registrations = JsonElement.Parse(await cloud.DeepLakeRegistrationsAsync()).ToString();
        return [.. groups.Concat(resources).Concat(await cloud.RoleAssignmentsAsync()).Order(StringComparer.Ordinal), registrations];
    }
}
