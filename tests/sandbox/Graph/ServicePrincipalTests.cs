using System.Net;

namespace Provisioning.Sandbox.Tests.Graph;

public sealed class ServicePrincipalTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Principal_of_an_application_that_is_not_replicated_is_refused()
    {
        var (_, application) = await sandbox.GraphAsync(HttpMethod.Post, "applications", new { displayName = "late" });
        var body = new { appId = application.Text("appId") };

        var (early, refusal) = await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", body);
        sandbox.Clock.Advance(GraphClient.Replication);
        var (late, principal) = await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", body);

        Assert.Equal(HttpStatusCode.BadRequest, early);
        Assert.Contains("does not reference a valid application object", refusal["error"]?["message"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, late);
        Assert.Equal("Application", principal.Text("servicePrincipalType"));
        Assert.Equal("late", principal.Text("displayName"));
    }

    [Fact]
    public async Task Second_principal_of_an_application_is_a_conflict()
    {
        var (_, appId) = await sandbox.CreateApplicationAsync();
        await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId });

        var (status, body) = await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId });

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("Request_MultipleObjectsWithSameKeyValue", body.Code());
    }

    [Fact]
    public async Task Principal_of_a_managed_identity_is_found_and_names_its_resource()
    {
        var identity = sandbox.Tenant.Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");
        var (early, _) = await sandbox.GraphAsync(HttpMethod.Get, $"servicePrincipals/{identity.ObjectId}");
        sandbox.Clock.Advance(GraphClient.Replication);

        var (_, byKey) = await sandbox.GraphAsync(HttpMethod.Get, $"servicePrincipals(appId='{identity.AppId}')");
        var (_, list) = await sandbox.GraphAsync(HttpMethod.Get, $"servicePrincipals?$filter=appId eq '{identity.AppId}'");

        Assert.Equal(HttpStatusCode.NotFound, early);
        Assert.Equal("ManagedIdentity", byKey.Text("servicePrincipalType"));
        Assert.Equal("/subscriptions/s/cpu", byKey["alternativeNames"]?[1]?.GetValue<string>());
        Assert.Equal(identity.ObjectId.ToString(), Assert.Single(list.List())?["id"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Principal_of_a_managed_identity_is_not_graphs_to_write(string method)
    {
        var identity = sandbox.Tenant.Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");
        sandbox.Clock.Advance(GraphClient.Replication);

        var (status, body) = await sandbox.GraphAsync(new HttpMethod(method), $"servicePrincipals/{identity.ObjectId}", new { accountEnabled = false });

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("Authorization_RequestDenied", body.Code());
    }

    [Fact]
    public async Task Account_can_be_switched_off_and_tags_stay()
    {
        var (_, appId) = await sandbox.CreateApplicationAsync();
        var (_, principal) = await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId, tags = new[] { "ml" } });
        sandbox.Clock.Advance(GraphClient.Replication);

        var (status, _) = await sandbox.GraphAsync(HttpMethod.Patch, $"servicePrincipals/{principal.Text("id")}", new { accountEnabled = false });
        var (_, body) = await sandbox.GraphAsync(HttpMethod.Get, $"servicePrincipals/{principal.Text("id")}");

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.False(body["accountEnabled"]?.GetValue<bool>());
        Assert.Equal("""["ml"]""", body["tags"]?.ToJsonString());
    }

    [Fact]
    public async Task Principal_goes_with_its_application_or_alone()
    {
        var (id, appId) = await sandbox.CreateApplicationAsync();
        var (_, first) = await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId });
        sandbox.Clock.Advance(GraphClient.Replication);

        var (alone, _) = await sandbox.GraphAsync(HttpMethod.Delete, $"servicePrincipals/{first.Text("id")}");
        var (_, second) = await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId });
        sandbox.Clock.Advance(GraphClient.Replication);
        await sandbox.GraphAsync(HttpMethod.Delete, $"applications/{id}");
        var (gone, _) = await sandbox.GraphAsync(HttpMethod.Get, $"servicePrincipals/{second.Text("id")}");

        Assert.Equal(HttpStatusCode.NoContent, alone);
        Assert.Equal(HttpStatusCode.NotFound, gone);
    }
}
