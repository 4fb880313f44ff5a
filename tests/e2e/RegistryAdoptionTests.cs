using System.Net;
using System.Text.Json;
using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>The registry that Azure ML creates by itself: taken in, its admin user turned off, and pulled from without it.</summary>
public sealed class RegistryAdoptionTests
{
    private const string Document = "stacks/scenarios/registry-auto.yaml";
    private const string AcrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";

    [Fact]
    public async Task Registry_of_azure_ml_is_adopted_and_its_admin_user_turned_off()
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        var (registry, _) = await DeployAndBuildAsync(project, cloud);
        Assert.True((await PropertiesAsync(cloud, registry)).GetProperty("adminUserEnabled").GetBoolean());

        Adopt(project, registry);
        (await project.RunAsync("import", "registries.workspace", registry, "--yes", "--skip-preview")).Succeeded();
        Assert.True((await PropertiesAsync(cloud, registry)).GetProperty("adminUserEnabled").GetBoolean());
        await project.UpAsync();

        Assert.False((await PropertiesAsync(cloud, registry)).GetProperty("adminUserEnabled").GetBoolean());
        (await project.RunAsync("preview", "--expect-no-changes", "--refresh")).Succeeded();
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();
        Assert.Null(await cloud.FindAsync(registry, "2025-11-01"));
        Assert.Empty(project.ReadState().Resources);
    }

    [Fact]
    public async Task Clusters_that_are_older_than_the_registry_pull_from_it_after_its_adoption()
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        var (registry, image) = await DeployAndBuildAsync(project, cloud);
        var trainer = await cloud.TrustAsync(project.ReadState().IdOf("azure-native:managedidentity:UserAssignedIdentity", "trainer"), "edge", "trainer");
        Assert.Equal(HttpStatusCode.Unauthorized, await cloud.PullAsync(image, trainer));

        Adopt(project, registry);
        (await project.RunAsync("import", "registries.workspace", registry, "--yes", "--skip-preview")).Succeeded();
        await project.UpAsync();

        Assert.Equal(HttpStatusCode.OK, await cloud.PullAsync(image, trainer));
        var own = await cloud.FindAsync(project.ReadState().IdOf("azure-native:machinelearningservices:Compute", "system"), "2025-09-01");
        var principal = own?.GetProperty("identity").GetProperty("principalId").GetString();
        Assert.Equal([AcrPull], await cloud.RolesAsync(registry, principal ?? ""));
    }

    [Fact]
    public async Task Stack_stays_as_it_is_while_the_registry_is_azure_mls_own()
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        var (registry, _) = await DeployAndBuildAsync(project, cloud);

        (await project.RunAsync("preview", "--expect-no-changes", "--refresh")).Succeeded();
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();

        Assert.Null(await cloud.FindAsync(registry, "2025-11-01"));
    }

    [Fact]
    public async Task Imported_registry_is_protected_until_the_next_update()
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        var (registry, _) = await DeployAndBuildAsync(project, cloud);
        Adopt(project, registry);
        (await project.RunAsync("import", "registries.workspace", registry, "--yes")).Succeeded();

        var destroyed = await project.RunAsync("destroy", "--yes", "--skip-preview");

        Assert.Equal(ExitCode.Error, destroyed.Exit);
        Assert.Contains("ACC4003", destroyed.All, StringComparison.Ordinal);
        Assert.NotNull(await cloud.FindAsync(registry, "2025-11-01"));
    }

    [Theory]
    [InlineData("registries.nobody", "ACC7023")]
    [InlineData("grants.workspace", "ACC7023")]
    public async Task Address_that_the_program_does_not_deploy_is_refused(string address, string error)
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.ChooseAsync("registry-own");

        var result = await project.RunAsync("import", address, "/subscriptions/s/resourceGroups/g", "--yes");

        Assert.Equal(ExitCode.Usage, result.Exit);
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registry_that_is_only_read_cannot_be_imported()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.ChooseAsync("registry-adopted");

        var result = await project.RunAsync("import", "registries.platform", "/subscriptions/s/resourceGroups/g", "--yes");

        Assert.Contains("ACC7021", result.Error, StringComparison.Ordinal);
    }

    private static async Task<(string Registry, string Image)> DeployAndBuildAsync(TestProject project, SandboxCloud cloud)
    {
        await project.ChooseAsync("registry-auto");
        await project.UpAsync();
        return await cloud.BuildImageAsync(project.ReadState().IdOf("azure-native:machinelearningservices:Workspace", "main"));
    }

    /// <summary>What the comments of the document say.</summary>
    private static void Adopt(TestProject project, string registry)
    {
        project.Edit(Document, "  workspace: { auto: true }\n", $"  workspace: {{ name: {registry[(registry.LastIndexOf('/') + 1)..]}, sku: Basic }}\n");
        project.Edit(Document, "max: 2 }, identity: system }", "max: 2 }, identity: system, olderThanRegistry: true }");
    }

    private static async Task<JsonElement> PropertiesAsync(SandboxCloud cloud, string id) =>
        (await cloud.FindAsync(id, "2025-11-01"))?.GetProperty("properties") ?? throw new InvalidOperationException($"There is no {id}.");
}
