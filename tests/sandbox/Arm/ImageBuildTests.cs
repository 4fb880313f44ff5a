using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class ImageBuildTests(MachineLearningFixture sandbox) : IClassFixture<MachineLearningFixture>
{
    [Fact]
    public async Task Workspace_without_registry_gets_one_with_the_admin_user_on()
    {
        var workspace = await WithoutRegistryAsync();

        var registry = await BuildAsync(workspace.Id);

        var shown = await sandbox.Deployer.GetAsync(registry);
        Assert.Equal("True", shown.Text("properties", "adminUserEnabled"), ignoreCase: true);
        Assert.Equal("Basic", shown.Text("sku", "name"));
        Assert.StartsWith(workspace.Group, registry, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(registry, (await sandbox.Deployer.GetAsync(workspace.Id)).Text("properties", "containerRegistry"));
        Assert.Equal(registry, await BuildAsync(workspace.Id));
    }

    [Fact]
    public async Task Registry_of_a_workspace_stays_the_one_it_has()
    {
        var workspace = await sandbox.WorkspaceAsync();

        Assert.Equal(workspace.Registry, await BuildAsync(workspace.Id));
    }

    [Fact]
    public async Task Only_clusters_that_come_later_may_pull_by_themselves()
    {
        var workspace = await WithoutRegistryAsync();
        var before = await ClusterAsync(workspace, "before");
        var registry = await BuildAsync(workspace.Id);
        var after = await ClusterAsync(workspace, "after");

        await sandbox.AssignAsync(registry, before, Roles.AcrPull);
        (await sandbox.Deployer.PutAsync(
            $"{registry}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}", sandbox.RoleAssignment(after, Roles.AcrPull)))
            .ExpectError(409, "RoleAssignmentExists");
    }

    [Fact]
    public async Task Unknown_workspace_is_told()
    {
        using var response = await PostAsync($"{sandbox.Subscription}/resourceGroups/never/providers/Microsoft.MachineLearningServices/workspaces/never");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<TestWorkspace> WithoutRegistryAsync()
    {
        var workspace = await sandbox.PrepareAsync();
        var body = workspace.Body(Bodies.Identity()).Replace($"\"containerRegistry\": \"{workspace.Registry}\",", "", StringComparison.Ordinal);
        (await sandbox.Deployer.PutAsync(workspace.Id, body)).Expect(202);
        return workspace;
    }

    private async Task<string> ClusterAsync(TestWorkspace workspace, string name) => (await sandbox.Deployer.PutAsync(workspace.Compute(name), """
        { "location": "westeurope", "identity": { "type": "SystemAssigned" }, "properties": { "computeType": "AmlCompute", "properties": {
          "vmSize": "STANDARD_DS3_V2", "scaleSettings": { "maxNodeCount": 4 } } } }
        """)).Text("identity", "principalId") ?? "";

    private async Task<string> BuildAsync(string workspace)
    {
        using var response = await PostAsync(workspace);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ReflectedJson.Options)).GetProperty("registry").GetString() ?? "";
    }

    private Task<HttpResponseMessage> PostAsync(string workspace) => sandbox.Client().PostAsJsonAsync(
        new Uri(sandbox.Host.Connection.Admin, "_sandbox/machine-learning/builds"), new { workspace }, ReflectedJson.Options);
}
