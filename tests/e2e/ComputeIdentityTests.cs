using System.Text.Json;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>Changes of a training cluster's identity, which Azure makes without replacing the cluster.</summary>
public sealed class ComputeIdentityTests
{
    [Theory]
    [InlineData("cluster-user", "identity: trainer }", "identity: system }", "SystemAssigned")]
    [InlineData("cluster-system", "identity: system }", "identity: trainer }", "UserAssigned")]
    public async Task Cluster_keeps_running_when_its_identity_changes(string entry, string identity, string other, string expected)
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        await project.ChooseAsync("compute-identities");
        // Then the workload acts as whatever its cluster is.
        project.Edit("stacks/scenarios/compute-identities.yaml", "    runsOn: { compute: cluster-system }\n    identity: system\n", "    runsOn: { compute: cluster-system }\n");
        await project.UpAsync();
        var before = await ClusterAsync(project, cloud, entry);

        var line = File.ReadLines(project.PathOf("stacks/scenarios/compute-identities.yaml")).Single(line => line.StartsWith($"  {entry}:", StringComparison.Ordinal));
        project.Edit("stacks/scenarios/compute-identities.yaml", line, line.Replace(identity, other, StringComparison.Ordinal));
        await project.UpAsync();

        var after = await ClusterAsync(project, cloud, entry);
        Assert.Equal(expected, after.GetProperty("identity").GetProperty("type").GetString());
        Assert.Equal(CreatedOn(before), CreatedOn(after));
        (await project.RunAsync("preview", "--expect-no-changes")).Succeeded();
    }

    [Fact]
    public async Task Roles_follow_a_cluster_from_its_own_identity_to_another_and_back()
    {
        const string document = "stacks/scenarios/compute-identities.yaml";
        const string own = "name: cpu-system, size: STANDARD_DS3_V2, scale: { max: 2 }, identity: system }";
        const string other = "name: cpu-system, size: STANDARD_DS3_V2, scale: { max: 2 }, identity: analyst }";
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        await project.ChooseAsync("compute-identities");
        project.Edit(document, "    runsOn: { compute: cluster-system }\n    identity: system\n", "    runsOn: { compute: cluster-system }\n");
        await project.UpAsync();
        var born = await ClusterAsync(project, cloud, "cluster-system");
        Assert.Contains(PrincipalOf(born), await cloud.AssignedPrincipalsAsync());
        var traffic = project.Traffic();

        project.Edit(document, own, other);
        await project.UpAsync();
        Assert.DoesNotContain(PrincipalOf(born), await cloud.AssignedPrincipalsAsync());
        project.Edit(document, other, own);
        await project.UpAsync();

        var back = await ClusterAsync(project, cloud, "cluster-system");
        Assert.NotEqual(PrincipalOf(born), PrincipalOf(back));
        Assert.Contains(PrincipalOf(back), await cloud.AssignedPrincipalsAsync());
        Assert.Equal(CreatedOn(born), CreatedOn(back));
        Assert.All(traffic.WritesTo("/computes/cpu-system"), write => Assert.StartsWith("PUT ", write, StringComparison.Ordinal));
        (await project.RunAsync("preview", "--expect-no-changes")).Succeeded();
    }

    private static string? PrincipalOf(JsonElement compute) => compute.GetProperty("identity").GetProperty("principalId").GetString();

    private static async Task<JsonElement> ClusterAsync(TestProject project, SandboxCloud cloud, string entry)
    {
        var id = project.ReadState().IdOf("azure-native:machinelearningservices:Compute", entry);
        return await cloud.FindAsync(id, "2025-09-01") ?? throw new InvalidOperationException($"There is no {id}.");
    }

    private static string? CreatedOn(JsonElement compute) => compute.GetProperty("properties").GetProperty("createdOn").GetString();
}
