using Provisioning.Sandbox.Arm;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class ComputeTests(MachineLearningFixture sandbox) : IClassFixture<MachineLearningFixture>
{
    private string Edge => $"{sandbox.Subscription}/resourceGroups/{ArmSeed.Group}/providers/Microsoft.Kubernetes/connectedClusters/{ArmSeed.Cluster}";

    private static string Cluster(string identity = """{ "type": "None" }""", string size = "STANDARD_DS3_V2", string more = "") => $$"""
        { "location": "westeurope", "identity": {{identity}}, "properties": { "computeType": "AmlCompute", "properties": {
          "vmSize": "{{size}}", "scaleSettings": { "maxNodeCount": 4 }{{more}} } } }
        """;

    private static string Attached(string cluster, string identity = """{ "type": "None" }""") => $$"""
        { "location": "westeurope", "identity": {{identity}}, "properties": { "computeType": "Kubernetes", "resourceId": "{{cluster}}",
          "properties": { "namespace": "training" } } }
        """;

    private static string Instance(string identity = """{ "type": "None" }""") => $$"""
        { "location": "westeurope", "identity": {{identity}}, "properties": { "computeType": "ComputeInstance", "properties": { "vmSize": "STANDARD_DS3_V2" } } }
        """;

    [Fact]
    public async Task Put_is_201_and_its_operation_address_is_signed()
    {
        var workspace = await sandbox.WorkspaceAsync();

        var put = (await sandbox.Deployer.PutAsync(workspace.Compute("cpu-a"), Cluster())).Expect(201);
        var status = put.Headers["Azure-AsyncOperation"];

        Assert.Equal("Creating", put.Property("provisioningState"));
        Assert.Contains("/computeOperationsStatus/", status);
        Assert.Equal("Succeeded", (await sandbox.Deployer.SendRawAsync("GET", status)).Expect(200).Text("status"));
        (await sandbox.Deployer.SendRawAsync("GET", status + "changed")).ExpectError(400, "BadRequest");
        Assert.Equal("Succeeded", (await sandbox.Deployer.GetAsync(workspace.Compute("cpu-a"))).Property("provisioningState"));
    }

    [Fact]
    public async Task Cluster_is_completed_with_the_services_defaults()
    {
        var workspace = await sandbox.WorkspaceAsync();

        var reply = (await sandbox.Deployer.PutAsync(workspace.Compute("cpu-b"), Cluster())).Expect(201);

        Assert.Equal("Dedicated", reply.Text("properties", "properties", "vmPriority"));
        Assert.Equal("Enabled", reply.Text("properties", "properties", "remoteLoginPortPublicAccess"));
        Assert.Equal("Steady", reply.Text("properties", "properties", "allocationState"));
        Assert.Equal("0", reply.Text("properties", "properties", "scaleSettings", "minNodeCount"));
        Assert.Equal("false", reply.Property("isAttachedCompute"));
    }

    [Fact]
    public async Task Identity_is_switched_in_place_by_put()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var compute = workspace.Compute("cpu-c");
        var one = await sandbox.IdentityAsync(workspace.Group, "id-one");
        var two = await sandbox.IdentityAsync(workspace.Group, "id-two");

        var own = (await sandbox.Deployer.PutAsync(compute, Cluster(Bodies.Identity()))).Expect(201);
        var users = (await sandbox.Deployer.PutAsync(compute, Cluster(Bodies.Identity(one.Id, two.Id)))).Expect(200);
        var again = (await sandbox.Deployer.PutAsync(compute, Cluster(Bodies.Identity()))).Expect(200);
        var none = (await sandbox.Deployer.PutAsync(compute, Cluster())).Expect(200);

        Assert.NotNull(own.Text("identity", "principalId"));
        Assert.Equal(two.PrincipalId, users.Text("identity", "userAssignedIdentities", two.Id, "principalId"));
        Assert.Null(users.At("identity", "principalId"));
        Assert.NotEqual(own.Text("identity", "principalId"), again.Text("identity", "principalId"));
        Assert.Equal("None", none.Text("identity", "type"));
    }

    [Fact]
    public async Task Both_kinds_of_identity_are_refused()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);
        var both = Bodies.Identity(identity.Id).Replace("\"UserAssigned\"", "\"SystemAssigned,UserAssigned\"", StringComparison.Ordinal);

        (await sandbox.Deployer.PutAsync(workspace.Compute("cpu-d"), Cluster(both))).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Instance_has_at_most_one_user_assigned_identity()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var one = await sandbox.IdentityAsync(workspace.Group, "id-one");
        var two = await sandbox.IdentityAsync(workspace.Group, "id-two");

        (await sandbox.Deployer.PutAsync(workspace.Compute("ci-a"), Instance(Bodies.Identity(one.Id, two.Id)))).ExpectError(400, "BadRequest");
        (await sandbox.Deployer.PutAsync(workspace.Compute("ci-a"), Instance(Bodies.Identity(one.Id)))).Expect(201);
    }

    [Fact]
    public async Task Own_identity_of_a_cluster_may_pull_from_the_workspaces_registry()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var put = await sandbox.Deployer.PutAsync(workspace.Compute("cpu-e"), Cluster(Bodies.Identity()));

        (await sandbox.Deployer.PutAsync(
            $"{workspace.Registry}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}",
            sandbox.RoleAssignment(put.Text("identity", "principalId") ?? "", Roles.AcrPull))).ExpectError(409, "RoleAssignmentExists");
    }

    [Fact]
    public async Task Changed_size_is_ignored_and_a_changed_priority_refused()
    {
        var workspace = await sandbox.WorkspaceAsync();
        await sandbox.Deployer.PutAsync(workspace.Compute("cpu-f"), Cluster());

        var resized = (await sandbox.Deployer.PutAsync(workspace.Compute("cpu-f"), Cluster(size: "STANDARD_NC6"))).Expect(200);

        Assert.Equal("STANDARD_DS3_V2", resized.Text("properties", "properties", "vmSize"));
        (await sandbox.Deployer.PutAsync(workspace.Compute("cpu-f"), Cluster(more: ", \"vmPriority\": \"LowPriority\""))).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Patch_changes_scale_two_levels_down_and_nothing_else()
    {
        var workspace = await sandbox.WorkspaceAsync();
        await sandbox.Deployer.PutAsync(workspace.Compute("cpu-g"), Cluster());

        await sandbox.Deployer.PatchAsync(
            workspace.Compute("cpu-g"),
            """{ "identity": { "type": "SystemAssigned" }, "properties": { "properties": { "vmSize": "other", "scaleSettings": { "maxNodeCount": 9 } } } }""");

        var reply = await sandbox.Deployer.GetAsync(workspace.Compute("cpu-g"));
        Assert.Equal("9", reply.Text("properties", "properties", "scaleSettings", "maxNodeCount"));
        Assert.Equal("0", reply.Text("properties", "properties", "scaleSettings", "minNodeCount"));
        Assert.Equal("STANDARD_DS3_V2", reply.Text("properties", "properties", "vmSize"));
        Assert.Equal("None", reply.Text("identity", "type"));
    }

    [Fact]
    public async Task Deletion_must_say_what_becomes_of_what_is_beneath()
    {
        var workspace = await sandbox.WorkspaceAsync();
        await sandbox.Deployer.PutAsync(workspace.Compute("cpu-h"), Cluster());

        (await sandbox.Deployer.DeleteAsync(workspace.Compute("cpu-h"))).ExpectError(400, "BadRequest");
        (await sandbox.Deployer.DeleteAsync(workspace.Compute("cpu-h"), "underlyingResourceAction=Detach")).ExpectError(400, "BadRequest");
        (await sandbox.Deployer.DeleteAsync(workspace.Compute("cpu-h"), "underlyingResourceAction=Delete")).Expect(202);
        (await sandbox.Deployer.GetAsync(workspace.Compute("cpu-h"))).ExpectError(404, "ResourceNotFound");
        (await sandbox.Deployer.DeleteAsync(workspace.Compute("cpu-h"), "underlyingResourceAction=Delete")).Expect(204);
    }

    [Fact]
    public async Task Seeded_cluster_can_be_attached_and_detached()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);

        var put = (await sandbox.Deployer.PutAsync(workspace.Compute("edge-a"), Attached(Edge, Bodies.Identity(identity.Id)))).Expect(201);
        (await sandbox.Deployer.DeleteAsync(workspace.Compute("edge-a"), "underlyingResourceAction=Detach")).Expect(202);

        Assert.Equal("true", put.Property("isAttachedCompute"));
        Assert.Equal("training", put.Text("properties", "properties", "namespace"));
        (await sandbox.Deployer.GetAsync(workspace.Compute("edge-a"))).ExpectError(404, "ResourceNotFound");
        (await sandbox.Deployer.GetAsync(Edge)).Expect(200);
    }

    [Fact]
    public async Task Deleting_an_attached_compute_takes_the_cluster_with_it()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var cluster = await ManagedClusterAsync(workspace, "aks-doomed");
        await ExtendAsync(cluster);
        (await sandbox.Deployer.PutAsync(workspace.Compute("aks-a"), Attached(cluster))).Expect(201);

        (await sandbox.Deployer.DeleteAsync(workspace.Compute("aks-a"), "underlyingResourceAction=Delete")).Expect(202);

        (await sandbox.Deployer.GetAsync(cluster)).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task Cluster_without_the_extension_cannot_be_attached()
    {
        var workspace = await sandbox.WorkspaceAsync();
        var cluster = await ManagedClusterAsync(workspace, "aks-bare");

        (await sandbox.Deployer.PutAsync(workspace.Compute("aks-b"), Attached(cluster))).ExpectError(400, "ExtensionNotInstalled");
        await ExtendAsync(cluster);
        (await sandbox.Deployer.PutAsync(workspace.Compute("aks-b"), Attached(cluster))).Expect(201);
    }

    [Fact]
    public async Task Cluster_that_is_not_there_or_none_at_all_cannot_be_attached()
    {
        var workspace = await sandbox.WorkspaceAsync();

        (await sandbox.Deployer.PutAsync(workspace.Compute("edge-b"), Attached(Edge + "-absent"))).ExpectError(400, "ClusterNotFound");
        (await sandbox.Deployer.PutAsync(workspace.Compute("edge-b"), Attached(workspace.Storage))).ExpectError(400, "BadRequest");
        (await sandbox.Deployer.PutAsync(
            workspace.Compute("edge-b"),
            Attached(Edge.Replace(sandbox.Subscription, $"/subscriptions/{Guid.NewGuid()}", StringComparison.Ordinal)))).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Identity_of_the_workspace_needs_its_role_on_a_managed_cluster()
    {
        var workspace = await sandbox.PrepareAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);
        await sandbox.GrantAsync(workspace, identity);
        await sandbox.Deployer.PutAsync(
            workspace.Id, workspace.Body(Bodies.Identity(identity.Id), $", \"primaryUserAssignedIdentity\": \"{identity.Id}\""));
        var elsewhere = await sandbox.PrepareAsync();
        var cluster = await ManagedClusterAsync(elsewhere, "aks-guarded");
        await ExtendAsync(cluster);

        var refused = await sandbox.Deployer.PutAsync(workspace.Compute("aks-c"), Attached(cluster));
        await sandbox.AssignAsync(cluster, identity.PrincipalId, "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8");

        refused.ExpectError(400, "BadRequest");
        Assert.Contains("Cluster Admin Role", refused.Message);
        (await sandbox.Deployer.PutAsync(workspace.Compute("aks-c"), Attached(cluster))).Expect(201);
    }

    [Fact]
    public async Task Name_is_unique_in_a_region_and_free_again_after_deletion()
    {
        var one = await sandbox.WorkspaceAsync();
        var two = await sandbox.WorkspaceAsync();
        await sandbox.Deployer.PutAsync(one.Compute("cpu-same"), Cluster());

        (await sandbox.Deployer.PutAsync(two.Compute("cpu-same"), Cluster())).ExpectError(400, "ComputeNameConflict");
        await sandbox.Deployer.DeleteAsync(one.Compute("cpu-same"), "underlyingResourceAction=Delete");
        (await sandbox.Deployer.PutAsync(two.Compute("cpu-same"), Cluster())).Expect(201);
    }

    [Theory]
    [InlineData("cpu-1")]
    [InlineData("1cpu")]
    [InlineData("ab")]
    public async Task Name_against_the_rules_is_400(string name)
    {
        var workspace = await sandbox.WorkspaceAsync();

        (await sandbox.Deployer.PutAsync(workspace.Compute(name), Cluster())).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Instance_stops_and_starts()
    {
        var workspace = await sandbox.WorkspaceAsync();
        await sandbox.Deployer.PutAsync(workspace.Compute("ci-b"), Instance());
        await sandbox.Deployer.GetAsync(workspace.Id);

        (await sandbox.Deployer.PostAsync(workspace.Compute("ci-b") + "/stop")).Expect(202);
        Assert.Equal("Stopped", (await sandbox.Deployer.GetAsync(workspace.Compute("ci-b"))).Text("properties", "properties", "state"));
        (await sandbox.Deployer.PostAsync(workspace.Compute("ci-b") + "/start")).Expect(202);
        Assert.Equal("Running", (await sandbox.Deployer.GetAsync(workspace.Compute("ci-b"))).Text("properties", "properties", "state"));
    }

    [Fact]
    public async Task Computes_go_with_their_workspace()
    {
        var workspace = await sandbox.WorkspaceAsync();
        await sandbox.Deployer.PutAsync(workspace.Compute("cpu-i"), Cluster());
        Assert.Equal(["cpu-i"], (await sandbox.Deployer.GetAsync($"{workspace.Id}/computes")).Names());

        await sandbox.Deployer.DeleteAsync(workspace.Id, "forceToPurge=true");
        await sandbox.Deployer.GetAsync(workspace.Group);
        await sandbox.Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()));

        Assert.Empty((await sandbox.Deployer.GetAsync($"{workspace.Id}/computes")).Names());
    }

    private async Task<string> ManagedClusterAsync(TestWorkspace workspace, string name)
    {
        var id = $"{workspace.Group}/providers/Microsoft.ContainerService/managedClusters/{name}";
        (await sandbox.Deployer.PutAsync(id, """{ "location": "westeurope", "identity": { "type": "SystemAssigned" } }""")).Expect(201);
        return id;
    }

    private async Task ExtendAsync(string cluster)
    {
        (await sandbox.Deployer.PutAsync(
            $"{cluster}/providers/Microsoft.KubernetesConfiguration/extensions/azureml",
            """{ "properties": { "extensionType": "Microsoft.AzureML.Kubernetes" } }""")).Expect(201);
        await sandbox.Deployer.GetAsync(cluster);
    }
}
