using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class PipelineTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private string Group(string name) => $"{sandbox.Subscription}/resourceGroups/{name}";

    [Fact]
    public async Task Missing_token_is_401_and_the_header_names_the_tenant()
    {
        var reply = await sandbox.CallerWith(null).GetAsync(Group("rg"));

        reply.ExpectError(401, "AuthenticationFailed");
        Assert.Contains(
            $"Bearer authorization_uri=\"{sandbox.Host.Connection.Login}{sandbox.Host.Connection.TenantId}\", error=\"invalid_token\"",
            reply.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task Text_that_is_no_token_is_401() =>
        (await sandbox.CallerWith("nonsense").GetAsync(Group("rg"))).ExpectError(401, "InvalidAuthenticationToken");

    [Fact]
    public async Task Token_for_another_service_is_401()
    {
        var token = await sandbox.TokenAsync(
            sandbox.Host.Connection.Deployer.ClientId.ToString(), "developer", "developer:provisioner", "https://graph.microsoft.com/.default");

        (await sandbox.CallerWith(token).GetAsync(Group("rg"))).ExpectError(401, "InvalidAuthenticationToken");
    }

    [Fact]
    public async Task Token_that_expired_is_401()
    {
        var token = await sandbox.TokenAsync(sandbox.Host.Connection.Deployer.ClientId.ToString(), "developer", "developer:provisioner");
        sandbox.Clock.Advance(TimeSpan.FromDays(2));
        try
        {
            (await sandbox.CallerWith(token).GetAsync(Group("rg"))).ExpectError(401, "ExpiredAuthenticationToken");
        }
        finally
        {
            sandbox.Clock.Advance(-TimeSpan.FromDays(2));
        }
    }

    [Theory]
    [InlineData("https://management.azure.com/.default")]
    [InlineData("https://management.azure.com//.default")]
    [InlineData("https://management.core.windows.net//.default")]
    public async Task Token_for_any_of_resource_managers_audiences_is_good(string scope)
    {
        var token = await sandbox.TokenAsync(sandbox.Host.Connection.Deployer.ClientId.ToString(), "developer", "developer:provisioner", scope);

        (await sandbox.CallerWith(token).GetAsync(sandbox.Subscription)).Expect(200);
    }

    [Fact]
    public async Task Foreign_subscription_is_404_before_anything_else() =>
        (await sandbox.Deployer.SendRawAsync("GET", $"/subscriptions/{Guid.NewGuid()}/resourceGroups/rg")).ExpectError(404, "SubscriptionNotFound");

    [Fact]
    public async Task Missing_version_is_400() =>
        (await sandbox.Deployer.SendRawAsync("GET", Group("rg"))).ExpectError(400, "MissingApiVersionParameter");

    [Fact]
    public async Task Unknown_version_of_resource_manager_lists_the_known_ones()
    {
        var reply = await sandbox.Deployer.GetAsync(Group("rg"), "api-version=1999-01-01");

        reply.ExpectError(400, "InvalidApiVersionParameter");
        Assert.Contains("2024-03-01", reply.Message);
    }

    [Fact]
    public async Task Unknown_version_of_a_provider_has_a_code_of_its_own() =>
        (await sandbox.Deployer.GetAsync($"{Group("rg")}/providers/Microsoft.KeyVault/vaults/v", "api-version=1999-01-01"))
        .ExpectError(400, "NoRegisteredProviderFound");

    [Fact]
    public async Task Name_of_the_version_parameter_may_have_any_case() =>
        (await sandbox.Deployer.SendRawAsync("GET", $"{sandbox.Subscription}?API-Version=2022-12-01")).Expect(200);

    [Fact]
    public async Task Stranger_learns_nothing_about_existence()
    {
        var stranger = await sandbox.SignInAsync(await sandbox.IdentityAsync(await sandbox.GroupAsync()));

        var reply = await stranger.GetAsync(Group("missing"));

        reply.ExpectError(403, "AuthorizationFailed");
        Assert.Contains("'Microsoft.Resources/subscriptions/resourceGroups/read'", reply.Message);
    }

    [Fact]
    public async Task Wrong_version_is_told_before_missing_access()
    {
        var stranger = await sandbox.SignInAsync(await sandbox.IdentityAsync(await sandbox.GroupAsync()));

        (await stranger.GetAsync(Group("missing"), "api-version=1999-01-01")).ExpectError(400, "InvalidApiVersionParameter");
    }

    [Fact]
    public async Task Missing_group_is_told_before_missing_resource() =>
        (await sandbox.Deployer.GetAsync($"{Group("missing")}/providers/Microsoft.KeyVault/vaults/v")).ExpectError(404, "ResourceGroupNotFound");

    [Fact]
    public async Task Missing_resource_is_404_with_its_type_and_group()
    {
        var reply = await sandbox.Deployer.GetAsync($"{await sandbox.GroupAsync()}/providers/Microsoft.KeyVault/vaults/absent");

        reply.ExpectError(404, "ResourceNotFound");
        Assert.Contains("'Microsoft.KeyVault/vaults/absent'", reply.Message);
    }

    [Fact]
    public async Task Child_of_a_missing_parent_is_404() =>
        (await sandbox.Deployer.PutAsync(
            $"{await sandbox.GroupAsync()}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/absent/federatedIdentityCredentials/one",
            "{}"))
        .ExpectError(404, "ParentResourceNotFound");

    [Fact]
    public async Task Namespace_and_type_that_do_not_exist_are_told_apart()
    {
        var group = await sandbox.GroupAsync();

        (await sandbox.Deployer.GetAsync($"{group}/providers/Microsoft.Nothing/things/one")).ExpectError(404, "InvalidResourceNamespace");
        (await sandbox.Deployer.GetAsync($"{group}/providers/Microsoft.KeyVault/things/one")).ExpectError(404, "InvalidResourceType");
    }

    [Fact]
    public async Task Body_that_is_no_json_is_400() =>
        (await sandbox.Deployer.PutAsync(Group("rg"), "{ not json")).ExpectError(400, "InvalidRequestContent");

    [Fact]
    public async Task Unknown_member_of_a_body_is_400()
    {
        var vault = $"{await sandbox.GroupAsync()}/providers/Microsoft.KeyVault/vaults/kv-unknown";

        (await sandbox.Deployer.PutAsync(vault, """{ "location": "westeurope", "propertys": {} }""")).ExpectError(400, "InvalidRequestContent");
    }

    [Fact]
    public async Task Provider_that_is_not_registered_refuses_resources_until_it_is()
    {
        var provider = $"{sandbox.Subscription}/providers/Microsoft.ContainerService";
        var cluster = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerService/managedClusters/aks";
        Assert.Equal("NotRegistered", (await sandbox.Deployer.SendAsync("POST", $"{provider}/unregister", query: "api-version=2021-04-01")).Text("registrationState"));

        (await sandbox.Deployer.PutAsync(cluster, """{ "location": "westeurope" }""")).ExpectError(409, "MissingSubscriptionRegistration");
        (await sandbox.Deployer.SendAsync("POST", $"{provider}/register", query: "api-version=2021-04-01")).Expect(200);
        (await sandbox.Deployer.PutAsync(cluster, """{ "location": "westeurope" }""")).Expect(201);
        Assert.Equal("Registered", (await sandbox.Deployer.SendAsync("GET", provider, query: "api-version=2021-04-01")).Text("registrationState"));
    }

    [Fact]
    public async Task Every_answer_carries_resource_managers_headers()
    {
        var reply = await sandbox.Deployer.SendAsync(
            "GET", sandbox.Subscription, null, "", ("x-ms-correlation-request-id", "my-correlation"), ("x-ms-client-request-id", "mine"), ("x-ms-return-client-request-id", "true"));

        Assert.Equal("my-correlation", reply.Headers["x-ms-correlation-request-id"]);
        Assert.Equal("mine", reply.Headers["x-ms-client-request-id"]);
        Assert.True(Guid.TryParse(reply.Headers["x-ms-request-id"], out _));
        Assert.Matches(@"^SANDBOX:\d{8}T\d{6}Z:[0-9a-f-]{36}$", reply.Headers["x-ms-routing-request-id"]);
        Assert.True(int.Parse(reply.Headers["x-ms-ratelimit-remaining-subscription-reads"], null) > 0);
        Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-cache", reply.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Metadata_tells_clients_about_the_cloud_without_a_token()
    {
        var reply = await sandbox.CallerWith(null).SendRawAsync("GET", "/metadata/endpoints?api-version=2022-09-01");

        var cloud = Assert.Single(Assert.IsType<JsonArray>(reply.Expect(200).Body));
        Assert.Equal(sandbox.Host.Connection.Login.AbsoluteUri, cloud?["authentication"]?["loginEndpoint"]?.ToString());
        Assert.Equal(sandbox.Host.Connection.ResourceManager.AbsoluteUri, cloud?["resourceManager"]?.ToString());
    }

    [Fact]
    public async Task Subscriptions_are_listed_for_those_who_may_see_them()
    {
        var stranger = await sandbox.SignInAsync(await sandbox.IdentityAsync(await sandbox.GroupAsync()));

        Assert.Equal(2, Assert.IsType<JsonArray>((await sandbox.Deployer.GetAsync("/subscriptions", "api-version=2022-12-01")).At("value")).Count);
        Assert.Empty(Assert.IsType<JsonArray>((await stranger.GetAsync("/subscriptions", "api-version=2022-12-01")).At("value")));
    }

    [Fact]
    public async Task Rights_on_a_group_are_enough_to_follow_what_was_begun_in_it()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Contributor);
        var contributor = await sandbox.SignInAsync(identity);

        var put = (await contributor.PutAsync($"{group}/providers/Microsoft.ContainerRegistry/registries/followed", Bodies.Registry)).Expect(201);

        Assert.Equal("Succeeded", (await contributor.SendRawAsync("GET", put.Headers["Azure-AsyncOperation"])).Expect(200).Text("status"));
    }
}
