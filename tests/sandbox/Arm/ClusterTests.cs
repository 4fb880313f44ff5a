using Provisioning.Sandbox.Arm;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class ClusterTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private string Edge => $"{sandbox.Subscription}/resourceGroups/{ArmSeed.Group}/providers/Microsoft.Kubernetes/connectedClusters/{ArmSeed.Cluster}";

    [Fact]
    public async Task Seeded_cluster_has_an_issuer_that_publishes_its_keys()
    {
        var reply = (await sandbox.Deployer.GetAsync(Edge)).Expect(200);
        var issuer = reply.Text("properties", "oidcIssuerProfile", "issuerUrl") ?? "";

        using var discovery = await sandbox.Client().GetAsync(new Uri($"{issuer}/.well-known/openid-configuration"));

        Assert.True(discovery.IsSuccessStatusCode);
        Assert.Equal("Connected", reply.Property("connectivityStatus"));
        Assert.Contains(issuer, await discovery.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Service_account_of_the_seeded_cluster_signs_in_as_an_identity()
    {
        var issuer = (await sandbox.Deployer.GetAsync(Edge)).Text("properties", "oidcIssuerProfile", "issuerUrl") ?? "";
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        (await sandbox.Deployer.PutAsync(
            $"{identity.Id}/federatedIdentityCredentials/train", Bodies.Credential("system:serviceaccount:ml:train", issuer))).Expect(201);

        Assert.NotEmpty(await sandbox.TokenAsync(identity.ClientId, ArmSeed.Cluster, "system:serviceaccount:ml:train"));
    }

    [Fact]
    public async Task Seeded_managed_cluster_is_ready_from_the_start()
    {
        var reply = (await sandbox.Deployer.GetAsync(
            $"{sandbox.Subscription}/resourceGroups/{PlatformSeed.Group}/providers/Microsoft.ContainerService/managedClusters/{PlatformSeed.Cluster}")).Expect(200);

        Assert.Equal("Succeeded", reply.Property("provisioningState"));
        Assert.EndsWith($"/oidc/{PlatformSeed.Cluster}", reply.Text("properties", "oidcIssuerProfile", "issuerURL"));
        Assert.True(Guid.TryParse(reply.Text("properties", "identityProfile", "kubeletidentity", "objectId"), out _));
    }

    [Theory]
    [InlineData($"providers/Microsoft.ContainerRegistry/registries/{PlatformSeed.Registry}")]
    [InlineData($"providers/Microsoft.KeyVault/vaults/{PlatformSeed.Vault}")]
    public async Task Seeded_resources_can_be_written_again_as_they_are(string resource)
    {
        var id = $"{sandbox.Subscription}/resourceGroups/{PlatformSeed.Group}/{resource}";
        var before = (await sandbox.Deployer.GetAsync(id)).Expect(200);

        (await sandbox.Deployer.PutAsync(id, $$"""
            { "location": "{{before.Text("location")}}", "sku": {{before.At("sku")?.ToJsonString() ?? "null"}}, "properties": {{before.At("properties")?.ToJsonString()}} }
            """)).Expect(200);

        Assert.Equal(before.Property("provisioningState"), (await sandbox.Deployer.GetAsync(id)).Property("provisioningState"));
    }

    [Fact]
    public async Task Connected_cluster_gets_an_issuer_when_it_asks_for_one()
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.Kubernetes/connectedClusters/second";

        var put = await sandbox.Deployer.PutAsync(id, """
            { "location": "westeurope", "identity": { "type": "SystemAssigned" },
              "properties": { "agentPublicKeyCertificate": "MII=", "oidcIssuerProfile": { "enabled": true } } }
            """);

        Assert.EndsWith("/oidc/second", put.Expect(201).Text("properties", "oidcIssuerProfile", "issuerUrl"));
        Assert.Equal("Succeeded", (await sandbox.Deployer.SendRawAsync("GET", put.Headers["Azure-AsyncOperation"])).Text("status"));
    }

    [Fact]
    public async Task Managed_cluster_shows_its_issuer_only_when_it_is_ready()
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerService/managedClusters/aks-one";

        var put = await sandbox.Deployer.PutAsync(id, """
            { "location": "westeurope", "identity": { "type": "SystemAssigned" }, "properties": { "oidcIssuerProfile": { "enabled": true } } }
            """);
        var reply = await sandbox.Deployer.GetAsync(id);

        Assert.Null(put.Expect(201).At("properties", "oidcIssuerProfile", "issuerURL"));
        Assert.EndsWith("/oidc/aks-one", reply.Text("properties", "oidcIssuerProfile", "issuerURL"));
        Assert.True(Guid.TryParse(reply.Text("properties", "identityProfile", "kubeletidentity", "objectId"), out _));
    }

    [Fact]
    public async Task Write_with_an_old_etag_is_412()
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerService/managedClusters/aks-two";
        const string body = """{ "location": "westeurope" }""";
        await sandbox.Deployer.PutAsync(id, body);
        var tag = (await sandbox.Deployer.GetAsync(id)).Text("eTag") ?? "";

        (await sandbox.Deployer.SendAsync("PUT", id, body, "", ("If-Match", tag))).Expect(200);
        await sandbox.Deployer.GetAsync(id);
        (await sandbox.Deployer.SendAsync("PUT", id, body, "", ("If-Match", tag))).ExpectError(412, "PreconditionFailed");
    }

    [Fact]
    public async Task Protected_settings_of_an_extension_do_not_come_back()
    {
        var id = $"{Edge}/providers/Microsoft.KubernetesConfiguration/extensions/metrics";

        var put = (await sandbox.Deployer.PutAsync(id, """
            { "properties": { "extensionType": "Example.Metrics", "configurationProtectedSettings": { "key": "hush" } } }
            """)).Expect(201);

        Assert.DoesNotContain("hush", put.Body?.ToJsonString());
        Assert.Equal(["azureml", "metrics"], (await sandbox.Deployer.GetAsync($"{Edge}/providers/Microsoft.KubernetesConfiguration/extensions")).Names());
        (await sandbox.Deployer.DeleteAsync(id)).Expect(202);
        (await sandbox.Deployer.GetAsync(id)).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task Connected_clusters_have_no_user_assigned_identities()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);

        (await sandbox.Deployer.PutAsync(
            $"{group}/providers/Microsoft.Kubernetes/connectedClusters/third",
            $$"""{ "location": "westeurope", "identity": {{Bodies.Identity(identity.Id)}}, "properties": { "agentPublicKeyCertificate": "MII=" } }"""))
            .ExpectError(400, "BadRequest");
    }
}
