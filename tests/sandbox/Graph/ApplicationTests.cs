using System.Net;

namespace Provisioning.Sandbox.Tests.Graph;

public sealed class ApplicationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task New_application_is_not_found_until_it_is_replicated()
    {
        var (created, application) = await sandbox.GraphAsync(HttpMethod.Post, "applications", new { displayName = "late" });
        var (early, refusal) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{application.Text("id")}");
        sandbox.Clock.Advance(GraphClient.Replication);
        var (late, found) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{application.Text("id")}");

        Assert.Equal(HttpStatusCode.Created, created);
        Assert.Equal(HttpStatusCode.NotFound, early);
        Assert.Equal("Request_ResourceNotFound", refusal.Code());
        Assert.Equal(HttpStatusCode.OK, late);
        Assert.Equal(application.Text("appId"), found.Text("appId"));
    }

    [Fact]
    public async Task Application_has_no_secrets()
    {
        var (id, _) = await sandbox.CreateApplicationAsync();

        var (_, application) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{id}");

        Assert.Equal("[]", application["passwordCredentials"]?.ToJsonString());
        Assert.Equal("[]", application["keyCredentials"]?.ToJsonString());
    }

    [Fact]
    public async Task Application_is_found_by_its_alternate_keys()
    {
        var (_, created) = await sandbox.GraphAsync(HttpMethod.Post, "applications", new { displayName = "keys", uniqueName = "ml-keys" });
        sandbox.Clock.Advance(GraphClient.Replication);

        var (_, byAppId) = await sandbox.GraphAsync(HttpMethod.Get, $"applications(appId='{created.Text("appId")}')");
        var (_, byName) = await sandbox.GraphAsync(HttpMethod.Get, "applications(uniqueName='ml-keys')");

        Assert.Equal(created.Text("id"), byAppId.Text("id"));
        Assert.Equal(created.Text("id"), byName.Text("id"));
    }

    [Fact]
    public async Task Upsert_by_unique_name_creates_once_and_then_updates()
    {
        var path = "applications(uniqueName='ml-upsert')";
        var (without, _) = await sandbox.GraphAsync(HttpMethod.Patch, path, new { displayName = "first" });
        var (first, created) = await sandbox.GraphAsync(HttpMethod.Patch, path, new { displayName = "first" }, "create-if-missing");
        var (second, _) = await sandbox.GraphAsync(HttpMethod.Patch, path, new { displayName = "second" }, "create-if-missing");
        sandbox.Clock.Advance(GraphClient.Replication);

        var (_, read) = await sandbox.GraphAsync(HttpMethod.Get, path);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Created, HttpStatusCode.NoContent], new[] { without, first, second });
        Assert.Equal((created.Text("id"), "second"), (read.Text("id"), read.Text("displayName")));
    }

    [Fact]
    public async Task Filter_finds_by_name_and_client_id()
    {
        var (id, appId) = await sandbox.CreateApplicationAsync("it's mine");
        await sandbox.CreateApplicationAsync("other");

        var (_, byName) = await sandbox.GraphAsync(HttpMethod.Get, "applications?$filter=displayName eq 'it''s mine'");
        var (_, byBoth) = await sandbox.GraphAsync(HttpMethod.Get, $"applications?$filter=appId eq '{appId}' and displayName eq 'other'");

        Assert.Equal(id, Assert.Single(byName.List())?["id"]?.GetValue<string>());
        Assert.Empty(byBoth.List());
    }

    [Theory]
    [InlineData("displayName ne 'x'")]
    [InlineData("publisherDomain eq 'x'")]
    [InlineData("displayName eq x")]
    public async Task Filter_that_is_not_supported_is_refused(string filter)
    {
        var (status, body) = await sandbox.GraphAsync(HttpMethod.Get, $"applications?$filter={filter}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Request_UnsupportedQuery", body.Code());
    }

    [Fact]
    public async Task List_continues_behind_its_next_link()
    {
        var ids = new HashSet<string?>();
        for (var index = 0; index < 3; index++)
            ids.Add((await sandbox.CreateApplicationAsync("page")).Id);

        var (_, first) = await sandbox.GraphAsync(HttpMethod.Get, "applications?$filter=displayName eq 'page'&$top=2");
        var (_, second) = await sandbox.GraphAsync(HttpMethod.Get, first.Text("@odata.nextLink"));

        Assert.Equal(2, first.List().Count);
        Assert.False(second.ContainsKey("@odata.nextLink"));
        Assert.Equal(ids, first.List().Concat(second.List()).Select(application => application?["id"]?.GetValue<string>()).ToHashSet());
    }

    [Fact]
    public async Task Update_sets_what_it_mentions_and_keeps_the_rest()
    {
        var (_, created) = await sandbox.GraphAsync(HttpMethod.Post, "applications", new { displayName = "before", tags = new[] { "ml" } });
        sandbox.Clock.Advance(GraphClient.Replication);

        var (status, _) = await sandbox.GraphAsync(HttpMethod.Patch, $"applications/{created.Text("id")}", new { displayName = "after", description = "text" });
        var (_, application) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{created.Text("id")}");

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal("after", application.Text("displayName"));
        Assert.Equal("text", application.Text("description"));
        Assert.Equal("""["ml"]""", application["tags"]?.ToJsonString());
    }

    [Fact]
    public async Task Members_that_the_sandbox_does_not_understand_are_kept_and_merged()
    {
        var (_, created) = await sandbox.GraphAsync(
            HttpMethod.Post, "applications", new { displayName = "rich", notes = "kept", web = new { homePageUrl = "https://a.example", redirectUris = new[] { "https://a.example/1" } } });
        sandbox.Clock.Advance(GraphClient.Replication);
        await sandbox.GraphAsync(HttpMethod.Patch, $"applications/{created.Text("id")}", new { web = new { redirectUris = new[] { "https://a.example/2" } } });

        var (_, application) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{created.Text("id")}");

        Assert.Equal("kept", application.Text("notes"));
        Assert.Equal("""{"homePageUrl":"https://a.example","redirectUris":["https://a.example/2"]}""", application["web"]?.ToJsonString());
    }

    [Fact]
    public async Task Deleted_application_can_be_restored()
    {
        var (id, appId) = await sandbox.CreateApplicationAsync();

        var (deleted, _) = await sandbox.GraphAsync(HttpMethod.Delete, $"applications/{id}");
        var (gone, _) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{id}");
        var (_, listed) = await sandbox.GraphAsync(HttpMethod.Get, "directory/deletedItems/microsoft.graph.application");
        var (restored, body) = await sandbox.GraphAsync(HttpMethod.Post, $"directory/deletedItems/{id}/restore");
        var (again, _) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{id}");

        Assert.Equal(HttpStatusCode.NoContent, deleted);
        Assert.Equal(HttpStatusCode.NotFound, gone);
        Assert.Contains(listed.List(), application => application?["id"]?.GetValue<string>() == id);
        Assert.Equal(HttpStatusCode.OK, restored);
        Assert.Equal(appId, body.Text("appId"));
        Assert.Equal(HttpStatusCode.OK, again);
    }

    [Fact]
    public async Task Identifier_uri_stays_reserved_until_the_deleted_application_is_purged()
    {
        var body = new { displayName = "uri", identifierUris = new[] { "api://uri" } };
        var (_, created) = await sandbox.GraphAsync(HttpMethod.Post, "applications", body);
        sandbox.Clock.Advance(GraphClient.Replication);
        await sandbox.GraphAsync(HttpMethod.Delete, $"applications/{created.Text("id")}");

        var (taken, refusal) = await sandbox.GraphAsync(HttpMethod.Post, "applications", body);
        var (purged, _) = await sandbox.GraphAsync(HttpMethod.Delete, $"directory/deletedItems/{created.Text("id")}");
        var (free, _) = await sandbox.GraphAsync(HttpMethod.Post, "applications", body);

        Assert.Equal(HttpStatusCode.Conflict, taken);
        Assert.Equal("Request_MultipleObjectsWithSameKeyValue", refusal.Code());
        Assert.Equal(HttpStatusCode.NoContent, purged);
        Assert.Equal(HttpStatusCode.Created, free);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"displayName":""}""")]
    [InlineData("""{"displayName":5}""")]
    [InlineData("""{"displayName":"x","tags":"y"}""")]
    [InlineData("""{"displayName":"x","nickname":"y"}""")]
    [InlineData("""{"displayName":"x","passwordCredentials":[{"displayName":"secret"}]}""")]
    [InlineData("""{"displayName":"x","signInAudience":"Everybody"}""")]
    [InlineData("""[]""")]
    public async Task Body_that_is_wrong_is_refused(string body)
    {
        var (status, refusal) = await sandbox.GraphAsync(HttpMethod.Post, "applications", System.Text.Json.Nodes.JsonNode.Parse(body));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Request_BadRequest", refusal.Code());
    }

    [Theory]
    [InlineData("GET", "applications/00000000-0000-0000-0000-00000000beef")]
    [InlineData("GET", "applications/no-uuid")]
    [InlineData("PATCH", "applications(appId='00000000-0000-0000-0000-00000000beef')")]
    [InlineData("DELETE", "applications/00000000-0000-0000-0000-00000000beef")]
    [InlineData("DELETE", "directory/deletedItems/00000000-0000-0000-0000-00000000beef")]
    public async Task Application_that_does_not_exist_is_not_found(string method, string path)
    {
        var (status, refusal) = await sandbox.GraphAsync(new HttpMethod(method), path, method == "PATCH" ? new { } : null);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("Request_ResourceNotFound", refusal.Code());
    }
}
