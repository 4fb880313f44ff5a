using System.Net;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.Platforms;

/// <summary>The managed identities of Azure ML's computes, as code on them finds them.</summary>
public sealed class ComputeHostTests(MachineLearningFixture sandbox) : IClassFixture<MachineLearningFixture>
{
    private const string None = """{ "type": "None" }""";

    [Theory]
    [InlineData("AmlCompute", """{ "vmSize": "STANDARD_DS3_V2", "scaleSettings": { "maxNodeCount": 1 } }""")]
    [InlineData("ComputeInstance", """{ "vmSize": "STANDARD_DS3_V2" }""")]
    [InlineData("Kubernetes", """{ "namespace": "training" }""")]
    public async Task System_assigned_identity_of_a_compute_is_the_default_one(string kind, string properties)
    {
        var compute = await ComputeAsync("own-" + kind[..3].ToLowerInvariant(), Bodies.Identity(), kind, properties);
        var environment = await HostAsync(compute);

        var token = await TokenAsync(environment, $"&clientid={environment.Text("DEFAULT_IDENTITY_CLIENT_ID")}");

        var principal = (await sandbox.Deployer.GetAsync(compute)).Text("identity", "principalId");
        Assert.Equal(principal, token.GetClaim("oid").Value);
        Assert.Equal(compute, token.GetClaim("xms_mirid").Value);
        Assert.Equal(environment.Text("DEFAULT_IDENTITY_CLIENT_ID"), token.GetClaim("appid").Value);
        Assert.Equal(TimeSpan.FromHours(24), token.ValidTo - token.ValidFrom);
    }

    [Fact]
    public async Task First_of_several_identities_is_the_default_one_and_each_is_found_by_its_client_id()
    {
        var group = await sandbox.GroupAsync();
        var one = await sandbox.IdentityAsync(group, "id-one");
        var two = await sandbox.IdentityAsync(group, "id-two");
        var environment = await HostAsync(await ComputeAsync("two-users", Bodies.Identity(one.Id, two.Id)));

        var second = await TokenAsync(environment, $"&clientid={two.ClientId}");

        Assert.Equal(one.ClientId, environment.Text("DEFAULT_IDENTITY_CLIENT_ID"));
        Assert.Equal(one.PrincipalId, (await TokenAsync(environment)).GetClaim("oid").Value);
        Assert.Equal(two.PrincipalId, second.GetClaim("oid").Value);
        Assert.Equal(two.Id.Replace("/resourceGroups/", "/resourcegroups/", StringComparison.Ordinal), second.GetClaim("xms_mirid").Value);
    }

    [Fact]
    public async Task Switched_identity_takes_effect_at_once()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        var compute = await ComputeAsync("switched", Bodies.Identity(identity.Id));
        var environment = await HostAsync(compute);
        Assert.Equal(identity.PrincipalId, (await TokenAsync(environment)).GetClaim("oid").Value);

        (await sandbox.Deployer.PutAsync(compute, Body(Bodies.Identity()))).Expect(200);

        HostClient.AssertRefused(await sandbox.AskComputeAsync(environment, $"&clientid={identity.ClientId}"), 400, "invalid_request", "Identity not found");
        Assert.Equal(compute, (await TokenAsync(environment)).GetClaim("xms_mirid").Value);
    }

    [Fact]
    public async Task Answer_has_the_documented_members_as_text_and_in_order()
    {
        var environment = await HostAsync(await ComputeAsync("members", Bodies.Identity()));

        var (_, text) = await sandbox.AskComputeAsync(environment);

        var body = Assert.IsType<JsonObject>(JsonNode.Parse(text));
        Assert.Equal(["access_token", "refresh_token", "expires_in", "expires_on", "not_before", "resource", "token_type"], body.Select(member => member.Key));
        Assert.All(body, member => Assert.Equal(System.Text.Json.JsonValueKind.String, member.Value?.GetValueKind()));
        Assert.Equal("86399", body.Text("expires_in"));
        Assert.Equal(sandbox.Clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds().ToString(), body.Text("expires_on"));
        Assert.Equal("Bearer", body.Text("token_type"));
    }

    [Fact]
    public async Task Requests_that_lack_something_are_refused_as_documented()
    {
        var environment = await HostAsync(await ComputeAsync("refusing", Bodies.Identity()));
        var endpoint = environment.Text("MSI_ENDPOINT");

        HostClient.AssertRefused(await sandbox.AskAsync(endpoint, ("secret", environment.Text("MSI_SECRET"))), 400, "bad_request_102", "Metadata");
        HostClient.AssertRefused(await sandbox.AskAsync(endpoint, ("Metadata", "True"), ("secret", environment.Text("MSI_SECRET"))), 400, "bad_request_102", "Metadata");
        HostClient.AssertRefused(await sandbox.AskAsync(endpoint, ("Metadata", "true")), 401, "unauthorized_client", "MSI_SECRET");
        HostClient.AssertRefused(await sandbox.AskComputeAsync(environment, secret: "guessed"), 401, "unauthorized_client", "MSI_SECRET");
        HostClient.AssertRefused(await sandbox.AskComputeAsync(environment, version: "2018-02-01"), 400, "invalid_request", "2017-09-01");
        HostClient.AssertRefused(await sandbox.AskComputeAsync(environment, resource: ""), 400, "invalid_request", "resource");
        HostClient.AssertRefused(await sandbox.AskComputeAsync(environment, resource: "https://nowhere.example"), 400, "invalid_resource", "AADSTS500011");
        HostClient.AssertRefused(await sandbox.AskComputeAsync(environment, $"&clientid={Guid.NewGuid()}"), 400, "invalid_request", "Identity not found");
        HostClient.AssertRefused(
            await sandbox.AskAsync(new Uri(sandbox.Host.Connection.Identity, "host-0/msi/token").AbsoluteUri, ("Metadata", "true")), 404, "not_found", "host-0");
    }

    [Fact]
    public async Task Compute_without_identity_has_no_variables()
    {
        var compute = await ComputeAsync("no-identity", None);

        var (status, body) = await sandbox.AskForHostAsync(new JsonObject { ["compute"] = compute }.ToJsonString());

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("has no identity", body?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_compute_gives_no_tokens()
    {
        var compute = await ComputeAsync("deleted", Bodies.Identity());
        var environment = await HostAsync(compute);

        await sandbox.Deployer.DeleteAsync(compute, "underlyingResourceAction=Delete");
        await sandbox.Deployer.GetAsync(compute);

        HostClient.AssertRefused(await sandbox.AskComputeAsync(environment), 404, "not_found", compute);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.AskForHostAsync(new JsonObject { ["compute"] = compute }.ToJsonString())).Status);
    }

    [Fact]
    public async Task Secret_is_good_after_a_restart_and_is_in_no_log()
    {
        var environment = await HostAsync(await ComputeAsync("restarted", Bodies.Identity()));

        await sandbox.RestartAsync();
        await TokenAsync(environment);

        var entry = sandbox.Host.Requests.Read(0).Last(entry => entry.Endpoint is "identity");
        Assert.Equal(200, entry.Status);
        Assert.NotNull(entry.Principal);
        Assert.DoesNotContain(environment.Text("MSI_SECRET"), entry.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON", "one member")]
    [InlineData("{}", "one member")]
    [InlineData("""{ "machine": "/subscriptions/s" }""", "one member")]
    [InlineData("""{ "pod": "nginx" }""", "one member")]
    [InlineData("""{ "compute": "/subscriptions/s/resourceGroups/g" }""", "Microsoft.MachineLearningServices/workspaces/computes")]
    [InlineData("""{ "node": "aks" }""", "Microsoft.ContainerService/managedClusters")]
    [InlineData("""{ "service": 1 }""", "Microsoft.MachineLearningServices/workspaces")]
    public async Task Request_for_a_host_that_cannot_be_understood_is_told_what_is_expected(string request, string expected)
    {
        var (status, body) = await sandbox.AskForHostAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(expected, body?.GetValue<string>(), StringComparison.Ordinal);
    }

    private static string Body(string identity, string kind = "AmlCompute", string? properties = null, string? cluster = null) => $$"""
        { "location": "westeurope", "identity": {{identity}}, "properties": { "computeType": "{{kind}}"{{(cluster is null ? "" : $", \"resourceId\": \"{cluster}\"")}},
          "properties": {{properties ?? """{ "vmSize": "STANDARD_DS3_V2", "scaleSettings": { "maxNodeCount": 1 } }"""}} } }
        """;

    private async Task<string> ComputeAsync(string name, string identity, string kind = "AmlCompute", string? properties = null)
    {
        var compute = (await sandbox.WorkspaceAsync()).Compute(name);
        var cluster = kind is "Kubernetes"
            ? $"{sandbox.Subscription}/resourceGroups/{ArmSeed.Group}/providers/Microsoft.Kubernetes/connectedClusters/{ArmSeed.Cluster}"
            : null;
        (await sandbox.Deployer.PutAsync(compute, Body(identity, kind, properties, cluster))).Expect(201);
        return compute;
    }

    private Task<JsonObject> HostAsync(string compute) => sandbox.HostAsync(new JsonObject { ["compute"] = compute });

    private async Task<JsonWebToken> TokenAsync(JsonObject environment, string query = "")
    {
        var (status, body) = await sandbox.AskComputeAsync(environment, query);
        Assert.True(status is HttpStatusCode.OK, body);
        return new JsonWebToken(JsonNode.Parse(body).Text("access_token"));
    }
}
