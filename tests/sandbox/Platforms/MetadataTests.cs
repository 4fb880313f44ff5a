using System.Net;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.Platforms;

/// <summary>The instance metadata service of the machines of an AKS cluster, and of Azure ML acting for a workspace.</summary>
public sealed class MetadataTests(MachineLearningFixture sandbox) : IClassFixture<MachineLearningFixture>
{
    [Fact]
    public async Task Machine_of_a_cluster_has_the_kubelet_identity()
    {
        var node = await NodeAsync();
        var kubelet = (await sandbox.Deployer.GetAsync(sandbox.AksCluster())).At("properties", "identityProfile", "kubeletidentity");

        foreach (var query in new[] { "", $"&client_id={kubelet.Text("clientId")}", $"&object_id={kubelet.Text("objectId")}", $"&msi_res_id={kubelet.Text("resourceId")}" })
        {
            var token = await TokenAsync(node, query);
            Assert.Equal(kubelet.Text("objectId"), token.GetClaim("oid").Value);
            Assert.Equal(kubelet.Text("resourceId"), token.GetClaim("xms_mirid").Value);
        }
    }

    [Fact]
    public async Task Requests_that_lack_something_are_refused_as_documented()
    {
        var node = await NodeAsync();
        var address = $"{node.Text("AZURE_POD_IDENTITY_AUTHORITY_HOST")}/metadata/identity/oauth2/token";
        var elsewhere = new JsonObject { ["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = $"http://elsewhere.localhost:{sandbox.Host.Connection.Identity.Port}" };

        HostClient.AssertRefused(await sandbox.AskAsync(address), 400, "bad_request_102", "Metadata");
        HostClient.AssertRefused(await sandbox.AskMetadataAsync(node, version: "2017-09-01"), 400, "invalid_request", "2018-02-01");
        HostClient.AssertRefused(await sandbox.AskMetadataAsync(node, resource: ""), 400, "invalid_request", "resource");
        HostClient.AssertRefused(await sandbox.AskMetadataAsync(node, resource: "https://nowhere.example"), 400, "invalid_resource", "AADSTS500011");
        HostClient.AssertRefused(await sandbox.AskMetadataAsync(node, $"&client_id={Guid.NewGuid()}"), 400, "invalid_request", "Identity not found");
        HostClient.AssertRefused(await sandbox.AskMetadataAsync(node, "&client_id=a&object_id=b"), 400, "invalid_request", "one of");
        HostClient.AssertRefused(await sandbox.AskMetadataAsync(elsewhere), 404, "not_found", "elsewhere.localhost");
    }

    [Fact]
    public async Task Service_acts_for_a_workspace_by_its_system_assigned_identity()
    {
        var workspace = await sandbox.WorkspaceAsync();

        var token = await TokenAsync(await sandbox.HostAsync(new JsonObject { ["service"] = workspace.Id }));

        Assert.Equal((await sandbox.Deployer.GetAsync(workspace.Id)).Text("identity", "principalId"), token.GetClaim("oid").Value);
        Assert.Equal(workspace.Id, token.GetClaim("xms_mirid").Value);
    }

    [Fact]
    public async Task Service_acts_for_a_workspace_by_its_primary_identity()
    {
        var workspace = await sandbox.PrepareAsync();
        var identity = await sandbox.IdentityAsync(workspace.Group);
        var other = await sandbox.IdentityAsync(workspace.Group, "id-other");
        await sandbox.GrantAsync(workspace, identity);
        (await sandbox.Deployer.PutAsync(
            workspace.Id, workspace.Body(Bodies.Identity(other.Id, identity.Id), $", \"primaryUserAssignedIdentity\": \"{identity.Id}\""))).Expect(202);

        var service = await sandbox.HostAsync(new JsonObject { ["service"] = workspace.Id });

        Assert.Equal(identity.PrincipalId, (await TokenAsync(service)).GetClaim("oid").Value);
        HostClient.AssertRefused(await sandbox.AskMetadataAsync(service, $"&client_id={other.ClientId}"), 400, "invalid_request", "Identity not found");
    }

    [Fact]
    public async Task Resource_that_does_not_exist_has_no_host()
    {
        foreach (var request in new[] { new JsonObject { ["node"] = sandbox.AksCluster() + "-two" }, new JsonObject { ["service"] = new TestWorkspace(sandbox.Subscription + "/resourceGroups/none", "none", "", "", "").Id } })
            Assert.Equal(HttpStatusCode.NotFound, (await sandbox.AskForHostAsync(request.ToJsonString())).Status);
    }

    [Fact]
    public async Task ManagedIdentityCredential_gets_a_token_of_the_kubelet_identity()
    {
        var node = await NodeAsync();
        var kubelet = (await sandbox.Deployer.GetAsync(sandbox.AksCluster())).At("properties", "identityProfile", "kubeletidentity");
        using var client = new HttpClient(new MachineNetwork(sandbox.Client(), new Uri(node.Text("AZURE_POD_IDENTITY_AUTHORITY_HOST"))));
        var credential = Credential(kubelet.Text("clientId"), client);

        var token = await credential.GetTokenAsync(new TokenRequestContext([HostClient.ResourceManager + "/.default"]), CancellationToken.None);

        Assert.Equal(kubelet.Text("objectId"), new JsonWebToken(token.Token).GetClaim("oid").Value);
        Assert.Equal(sandbox.Clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds(), token.ExpiresOn.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task ManagedIdentityCredential_reports_an_identity_that_the_machine_does_not_have()
    {
        var node = await NodeAsync();
        using var client = new HttpClient(new MachineNetwork(sandbox.Client(), new Uri(node.Text("AZURE_POD_IDENTITY_AUTHORITY_HOST"))));
        var credential = Credential(Guid.NewGuid().ToString(), client);

        var failure = await Assert.ThrowsAnyAsync<AuthenticationFailedException>(
            () => credential.GetTokenAsync(new TokenRequestContext([HostClient.ResourceManager + "/.default"]), CancellationToken.None).AsTask());

        Assert.Contains("Identity not found", failure.ToString(), StringComparison.Ordinal);
    }

    private static ManagedIdentityCredential Credential(string clientId, HttpClient client) =>
        new(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(clientId)) { Transport = new HttpClientTransport(client) });

    private Task<JsonObject> NodeAsync() => sandbox.HostAsync(new JsonObject { ["node"] = sandbox.AksCluster() });

    private async Task<JsonWebToken> TokenAsync(JsonObject environment, string query = "")
    {
        var (status, body) = await sandbox.AskMetadataAsync(environment, query);
        Assert.True(status is HttpStatusCode.OK, body);
        return new JsonWebToken(JsonNode.Parse(body).Text("access_token"));
    }
}
