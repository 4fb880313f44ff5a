using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

public sealed class DestroyTests(DestroyedStack stack) : IClassFixture<DestroyedStack>
{
    [Fact]
    public async Task Destroy_leaves_only_the_resource_groups_that_were_there_before()
    {
        using var cloud = new SandboxCloud(stack.Project.Sandbox.Connection);

        Assert.Equal(["edge", "MC_platform_inference_westeurope", "platform"], (await cloud.ResourceGroupsAsync()).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Destroy_leaves_clusters_that_it_did_not_create()
    {
        using var cloud = new SandboxCloud(stack.Project.Sandbox.Connection);

        Assert.Contains("Microsoft.Kubernetes/connectedClusters", await cloud.ResourceTypesAsync("edge"));
    }

    [Fact]
    public async Task Destroy_leaves_no_role_assigned_but_the_deployers_own()
    {
        using var cloud = new SandboxCloud(stack.Project.Sandbox.Connection);

        Assert.Equal([stack.Project.Sandbox.Connection.Deployer.ObjectId.ToString()], await cloud.AssignedPrincipalsAsync());
    }

    [Fact]
    public async Task Destroy_takes_workload_identities_out_of_Deep_Lake()
    {
        using var cloud = new SandboxCloud(stack.Project.Sandbox.Connection);

        Assert.DoesNotContain("azure_client_id", await cloud.DeepLakeRegistrationsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_frees_the_names_of_key_vaults()
    {
        using var cloud = new SandboxCloud(stack.Project.Sandbox.Connection);

        Assert.Empty(await cloud.DeletedVaultsAsync());
    }

    [Fact]
    public void Destroy_keeps_the_stack_without_resources() => Assert.Empty(stack.Project.ReadState().Resources);

    [Fact]
    public async Task Destroy_of_a_destroyed_stack_does_nothing()
    {
        var traffic = stack.Project.Traffic();

        (await stack.Project.RunAsync("destroy", "--yes")).Succeeded();

        Assert.Empty(traffic.Writes);
    }

    [Fact]
    public async Task Up_after_destroy_deploys_everything_again()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        var urns = project.ReadState().Urns.Order(StringComparer.Ordinal).ToList();
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();

        await project.UpAsync();

        Assert.Equal(urns, project.ReadState().Urns.Order(StringComparer.Ordinal));
    }
}
