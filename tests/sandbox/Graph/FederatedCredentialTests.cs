using System.Net;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Tests.Entra;

namespace Provisioning.Sandbox.Tests.Graph;

public sealed class FederatedCredentialTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Subject = "repo:contoso/ml:environment:prod";

    [Fact]
    public async Task Application_signs_in_by_its_new_credential_after_its_delay()
    {
        var (id, appId) = await sandbox.CreateApplicationAsync();
        await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId });
        sandbox.Clock.Advance(GraphClient.Replication);

        var (created, body) = await AddAsync(id, Credential());
        var (_, early) = await SignInAsync(appId);
        sandbox.Clock.Advance(GraphClient.Replication);
        var (late, _) = await SignInAsync(appId);

        Assert.Equal(HttpStatusCode.Created, created);
        Assert.Equal("github-prod", body.Text("name"));
        Assert.Equal(70021, early["error_codes"]?[0]?.GetValue<int>());
        Assert.Equal(HttpStatusCode.OK, late);
    }

    [Fact]
    public async Task Deleted_credential_signs_nobody_in()
    {
        var (id, appId) = await sandbox.CreateApplicationAsync();
        await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId });
        await AddAsync(id, Credential());
        sandbox.Clock.Advance(GraphClient.Replication);

        var (deleted, _) = await sandbox.GraphAsync(HttpMethod.Delete, $"applications/{id}/federatedIdentityCredentials/github-prod");
        var (_, refusal) = await SignInAsync(appId);

        Assert.Equal(HttpStatusCode.NoContent, deleted);
        Assert.Equal(70025, refusal["error_codes"]?[0]?.GetValue<int>());
    }

    [Fact]
    public async Task Credential_is_read_by_id_by_name_and_in_the_list()
    {
        var (id, appId) = await sandbox.CreateApplicationAsync();
        var (_, created) = await AddAsync(id, Credential());
        var (early, _) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{id}/federatedIdentityCredentials/github-prod");
        sandbox.Clock.Advance(GraphClient.Replication);

        var (_, byId) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{id}/federatedIdentityCredentials/{created.Text("id")}");
        var (_, byName) = await sandbox.GraphAsync(HttpMethod.Get, $"applications(appId='{appId}')/federatedIdentityCredentials(name='github-prod')");
        var (_, list) = await sandbox.GraphAsync(HttpMethod.Get, $"applications/{id}/federatedIdentityCredentials?$filter=subject eq '{Subject}'");

        Assert.Equal(HttpStatusCode.NotFound, early);
        Assert.Equal(created.Text("id"), byId.Text("id"));
        Assert.Equal(created.Text("id"), byName.Text("id"));
        Assert.Equal(created.Text("id"), Assert.Single(list.List())?["id"]?.GetValue<string>());
        Assert.Equal("""["api://AzureADTokenExchange"]""", byId["audiences"]?.ToJsonString());
        Assert.True(byId.ContainsKey("description"));
    }

    [Fact]
    public async Task Update_changes_all_but_the_name()
    {
        var (id, _) = await sandbox.CreateApplicationAsync();
        await AddAsync(id, Credential());
        sandbox.Clock.Advance(GraphClient.Replication);
        var path = $"applications/{id}/federatedIdentityCredentials/github-prod";

        var (updated, _) = await sandbox.GraphAsync(HttpMethod.Patch, path, new { subject = "repo:contoso/ml:pull_request", description = "pull requests" });
        var (renamed, refusal) = await sandbox.GraphAsync(HttpMethod.Patch, path, new { name = "other" });
        var (_, body) = await sandbox.GraphAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NoContent, updated);
        Assert.Equal(HttpStatusCode.BadRequest, renamed);
        Assert.Equal("Request_BadRequest", refusal.Code());
        Assert.Equal("repo:contoso/ml:pull_request", body.Text("subject"));
        Assert.Equal("pull requests", body.Text("description"));
    }

    [Fact]
    public async Task Upsert_creates_once_and_then_updates()
    {
        var (id, _) = await sandbox.CreateApplicationAsync();
        var path = $"applications/{id}/federatedIdentityCredentials(name='github-prod')";
        var body = new { issuer = "https://issuer.example", subject = Subject, audiences = new[] { "api://AzureADTokenExchange" } };

        var (without, _) = await sandbox.GraphAsync(HttpMethod.Patch, path, body);
        var (first, _) = await sandbox.GraphAsync(HttpMethod.Patch, path, body, "create-if-missing");
        sandbox.Clock.Advance(GraphClient.Replication);
        var (second, _) = await sandbox.GraphAsync(HttpMethod.Patch, path, body, "create-if-missing");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Created, HttpStatusCode.NoContent], new[] { without, first, second });
    }

    [Fact]
    public async Task Twenty_credentials_are_the_limit()
    {
        var (id, _) = await sandbox.CreateApplicationAsync();
        for (var index = 0; index < 20; index++)
            Assert.Equal(HttpStatusCode.Created, (await AddAsync(id, Credential($"c-{index}", $"s-{index}"))).Status);

        var (status, body) = await AddAsync(id, Credential("c-20", "s-20"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("20", body["error"]?["message"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("github-prod", "another subject")]
    [InlineData("another-name", Subject)]
    public async Task Second_credential_of_the_same_name_or_issuer_and_subject_is_refused(string name, string subject)
    {
        var (id, _) = await sandbox.CreateApplicationAsync();
        await AddAsync(id, Credential());

        var (status, body) = await AddAsync(id, Credential(name, subject));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("Request_MultipleObjectsWithSameKeyValue", body.Code());
    }

    [Fact]
    public async Task Same_issuer_and_subject_is_fine_on_another_application()
    {
        var (first, _) = await sandbox.CreateApplicationAsync();
        var (second, _) = await sandbox.CreateApplicationAsync();

        Assert.Equal(HttpStatusCode.Created, (await AddAsync(first, Credential())).Status);
        Assert.Equal(HttpStatusCode.Created, (await AddAsync(second, Credential())).Status);
    }

    [Theory]
    [InlineData("name", "\"ab\"")]
    [InlineData("name", "\"-leading\"")]
    [InlineData("name", "\"with blank\"")]
    [InlineData("name", null)]
    [InlineData("issuer", null)]
    [InlineData("subject", "\"\"")]
    [InlineData("audiences", "[]")]
    [InlineData("audiences", "[\"a\",\"b\"]")]
    [InlineData("audiences", null)]
    public async Task Credential_that_breaks_a_rule_is_refused(string member, string? value)
    {
        var (id, _) = await sandbox.CreateApplicationAsync();
        var credential = Credential();
        credential[member] = value is null ? null : JsonNode.Parse(value);

        var (status, body) = await AddAsync(id, credential);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Request_BadRequest", body.Code());
    }

    [Fact]
    public async Task Text_longer_than_600_characters_is_refused()
    {
        var (id, _) = await sandbox.CreateApplicationAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(id, Credential(subject: new string('x', 601)))).Status);
        Assert.Equal(HttpStatusCode.Created, (await AddAsync(id, Credential(subject: new string('x', 600)))).Status);
    }

    private JsonObject Credential(string name = "github-prod", string subject = Subject) => new()
    {
        ["name"] = name,
        ["issuer"] = sandbox.Host.Context.Issuers.Get("github").Issuer,
        ["subject"] = subject,
        ["audiences"] = new JsonArray("api://AzureADTokenExchange"),
    };

    private Task<(HttpStatusCode Status, JsonObject Body)> AddAsync(string application, JsonObject credential) =>
        sandbox.GraphAsync(HttpMethod.Post, $"applications/{application}/federatedIdentityCredentials", credential);

    private Task<(HttpStatusCode Status, JsonObject Body)> SignInAsync(string appId) =>
        sandbox.AskAsync(LoginClient.Form(Guid.Parse(appId), sandbox.Mint("github", Subject)));
}
