using System.Collections.Immutable;
using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>What was reviewed is what is deployed: <c>preview --save-plan</c> and <c>up --plan</c>.</summary>
public sealed class PlanTests
{
    private const string RoleAssignment = "azure-native:authorization:RoleAssignment";
    private const string AddedIdentity = "  pipeline: { name: id-pipeline }\n  auditor: { name: id-auditor }\n";

    [Fact]
    public async Task A_first_deployment_does_what_its_plan_says()
    {
        await using var project = await TestProject.WithSandboxAsync();
        var traffic = project.Traffic();
        var saved = (await project.RunAsync("preview", "--save-plan", "plan.json")).Succeeded();
        Assert.Contains($"Wrote the plan to '{project.PathOf("plan.json")}'; 'up --plan plan.json'", saved.Error, StringComparison.Ordinal);
        Assert.Empty(traffic.Writes);

        (await project.RunAsync("up", "--yes", "--plan", "plan.json")).Succeeded();

        (await project.RunAsync("preview", "--refresh", "--expect-no-changes")).Succeeded();
    }

    [Fact]
    public async Task A_change_after_the_plan_was_made_is_refused_before_anything_is_done()
    {
        await using var project = await DeployAsync();
        project.Edit("  pipeline: { name: id-pipeline }\n", AddedIdentity);
        (await project.RunAsync("preview", "--save-plan", "plan.json")).Succeeded();
        project.Edit("reads: [data/models]", "reads: [data/models, data/features]");
        var traffic = project.Traffic();

        var refused = await project.RunAsync("up", "--yes", "--plan", "plan.json");

        Assert.Equal(ExitCode.Error, refused.Exit);
        Assert.Contains("ACC4011", refused.All, StringComparison.Ordinal);
        Assert.Contains("the step 'create' was not planned", refused.All, StringComparison.Ordinal);
        Assert.Empty(traffic.Writes);

        project.Edit("reads: [data/models, data/features]", "reads: [data/models]");
        (await project.RunAsync("up", "--yes", "--plan", "plan.json")).Succeeded();
        Assert.EndsWith("/id-auditor", Assert.Single(traffic.Writes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_preview_no_more_than_the_plan_is_done()
    {
        await using var project = await DeployAsync();
        project.Edit("  pipeline: { name: id-pipeline }\n", AddedIdentity);
        (await project.RunAsync("preview", "--save-plan", "plan.json")).Succeeded();
        project.Edit("owner: ml-platform", "owner: somebody-else");
        var traffic = project.Traffic();

        var refused = await project.RunAsync("up", "--yes", "--skip-preview", "--plan", "plan.json");

        Assert.Equal(ExitCode.Error, refused.Exit);
        Assert.Contains("its property 'tags' would change, and the plan leaves it as it is", refused.All, StringComparison.Ordinal);
        Assert.Empty(traffic.Writes);
    }

    [Fact]
    public async Task What_was_taken_away_in_the_cloud_after_the_plan_was_made_is_not_put_back()
    {
        await using var project = await DeployAsync();
        (await project.RunAsync("preview", "--save-plan", "plan.json", "--refresh")).Succeeded();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        await cloud.RemoveAsync(project.ReadState().IdOf(RoleAssignment, "identities.trainer-AcrPull-registries.private"));
        var traffic = project.Traffic();

        var refused = await project.RunAsync("up", "--yes", "--plan", "plan.json", "--refresh");

        Assert.Equal(ExitCode.Error, refused.Exit);
        Assert.Contains("the step 'create' was not planned, but 'same'", refused.All, StringComparison.Ordinal);
        Assert.Empty(traffic.Writes);
    }

    [Fact]
    public async Task A_state_that_changed_since_is_named_with_the_refusal()
    {
        await using var project = await DeployAsync();
        (await project.RunAsync("preview", "--save-plan", "plan.json")).Succeeded();
        project.Edit("  pipeline: { name: id-pipeline }\n", AddedIdentity);
        await project.UpAsync();

        // The plan does not know the identity, so it does not take it away either.
        project.Edit(AddedIdentity, "  pipeline: { name: id-pipeline }\n");
        var refused = await project.RunAsync("up", "--yes", "--plan", "plan.json");

        Assert.Equal(ExitCode.Error, refused.Exit);
        Assert.Contains("The state has changed at ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_holds_no_secret_and_belongs_to_its_configuration()
    {
        await using var project = await TestProject.WithSandboxAsync();
        var setting = new CommandSetting { Environment = ImmutableDictionary<string, string>.Empty.Add("PULUMI_CONFIG_PASSPHRASE", "passphrase") };
        var token = (await File.ReadAllTextAsync(project.Sandbox.Connection.DeepLakeTokenFile)).Trim();
        (await project.RunAsync(setting, "config", "set", "--secret", "deeplake:token", token)).Succeeded();

        (await project.RunAsync(setting, "preview", "--save-plan", "plan.json")).Succeeded();

        var plan = await File.ReadAllTextAsync(project.PathOf("plan.json"));
        Assert.DoesNotContain(token, plan, StringComparison.Ordinal);
        Assert.Contains("\"secure\"", plan, StringComparison.Ordinal);
        Assert.Contains("\"ciphertext\"", plan, StringComparison.Ordinal);

        // The same value has another ciphertext whenever it is set.
        (await project.RunAsync(setting, "config", "set", "--secret", "deeplake:token", token)).Succeeded();
        (await project.RunAsync(setting, "up", "--yes", "--plan", "plan.json")).Succeeded();

        (await project.RunAsync(setting, "config", "set", "azure-native:location", "northeurope")).Succeeded();
        var refused = await project.RunAsync(setting, "up", "--yes", "--plan", "plan.json");
        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.StartsWith("error ACC6030: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("differs in azure-native:location;", refused.Error, StringComparison.Ordinal);
    }

    private static async Task<TestProject> DeployAsync()
    {
        var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        return project;
    }
}
