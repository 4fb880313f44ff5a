using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

public sealed class ChangeTests
{
    [Fact]
    public async Task A_changed_tag_updates_resources_in_place()
    {
        await using var project = await DeployAsync();
        project.Edit("owner: ml-platform", "owner: somebody-else");
        var traffic = project.Traffic();

        var result = await project.UpAsync();

        Assert.Contains(" updated", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Lines, line => line is ['+' or '-', ..] && !line.StartsWith("+--", StringComparison.Ordinal));
        Assert.Empty(traffic.WritesTo("/roleAssignments/"));
    }

    [Fact]
    public async Task A_workload_that_reads_one_container_more_gets_one_role_assignment()
    {
        await using var project = await DeployAsync();
        project.Edit("reads: [data/models]", "reads: [data/models, data/features]");
        var traffic = project.Traffic();

        await project.UpAsync();

        var write = Assert.Single(traffic.Writes);
        Assert.StartsWith("PUT ", write, StringComparison.Ordinal);
        Assert.Contains("/containers/features/providers/Microsoft.Authorization/roleAssignments/", write, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_workload_loses_its_access_and_nothing_else()
    {
        await using var project = await DeployAsync();
        project.Edit(
            """
              publish:
                runsOn:
                  github:
                    repository: contoso/ml-images
                    environment: production
                    ids: { owner: 9919, repository: 1296269 }
                identity: pipeline
                pushes: [private]

            """,
            "");
        var traffic = project.Traffic();

        await project.UpAsync();

        Assert.Equal(2, traffic.Writes.Count);
        Assert.Single(traffic.WritesTo("/registries/acrmllocalprivate/providers/Microsoft.Authorization/roleAssignments/"), IsDelete);
        Assert.Single(traffic.WritesTo("/id-pipeline/federatedIdentityCredentials/"), IsDelete);
    }

    [Fact]
    public async Task An_added_identity_is_created_and_nothing_else()
    {
        await using var project = await DeployAsync();
        project.Edit("  pipeline: { name: id-pipeline }\n", "  pipeline: { name: id-pipeline }\n  auditor: { name: id-auditor }\n");
        var traffic = project.Traffic();

        await project.UpAsync();

        Assert.EndsWith("/userAssignedIdentities/id-auditor", Assert.Single(traffic.Writes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_grant_takes_one_role_assignment_away()
    {
        await using var project = await DeployAsync();
        project.Edit(
            """
              trainer-reads-telemetry:
                principal: identities.trainer
                role: Reader
                scope: insights.main
                reason: Jobs compare their metrics with those of earlier runs.

            """,
            "");
        var traffic = project.Traffic();

        await project.UpAsync();

        Assert.True(IsDelete(Assert.Single(traffic.Writes)));
    }

    private static async Task<TestProject> DeployAsync()
    {
        var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        return project;
    }

    private static bool IsDelete(string write) => write.StartsWith("DELETE ", StringComparison.Ordinal);
}
