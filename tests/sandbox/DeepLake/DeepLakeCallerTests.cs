using System.Net;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.DeepLake;

namespace Provisioning.Sandbox.Tests.DeepLake;

/// <summary>Whose calls Deep Lake takes, and for which organization.</summary>
public sealed class DeepLakeCallerTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private static readonly Guid Tenant = SandboxOptions.DefaultTenantId;

    public void Dispose() => sandbox.DeepLake().Quirks = new DeepLakeQuirks();

    [Theory]
    [InlineData("health", "ok")]
    [InlineData("ready", "ready")]
    public async Task Health_wants_no_token(string path, string expected)
    {
        var (status, body) = await sandbox.DeepLakeAsAsync("", HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(expected, body?["status"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("dl_guessed")]
    public async Task Call_without_a_known_token_is_unauthorized(string token)
    {
        var (status, _) = await sandbox.DeepLakeAsAsync(token, HttpMethod.Get, "me");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task Expired_api_token_is_unauthorized()
    {
        var token = sandbox.TokenOf(MemberRole.Admin);
        sandbox.Clock.Advance(TimeSpan.FromDays(2));

        var (status, _) = await sandbox.DeepLakeAsAsync(token, HttpMethod.Get, "me");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task Administrator_sees_profile_and_organization()
    {
        var (_, me) = await sandbox.DeepLakeAsync(HttpMethod.Get, "me");
        var (_, list) = await sandbox.DeepLakeAsync(HttpMethod.Get, "organizations");
        var (_, one) = await sandbox.DeepLakeAsync(HttpMethod.Get, $"organizations/{DeepLakeClient.Organization}");

        Assert.Equal(DeepLakeClient.Organization, me?["organizations"]?[0]?.GetValue<string>());
        Assert.Equal("sandbox", Assert.IsType<JsonArray>(list)[0]?["name"]?.GetValue<string>());
        Assert.Equal(DeepLakeClient.Organization, one?["organization"]?["id"]?.GetValue<string>());
    }

    [Fact]
    public void Administrators_token_is_readable_by_its_owner_alone_and_kept_as_a_hash()
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(sandbox.Host.Connection.DeepLakeTokenFile));

        Assert.NotNull(sandbox.DeepLake().FindToken(sandbox.AdministratorToken()));
        Assert.Null(sandbox.DeepLake().FindToken(sandbox.DeepLake().FindToken(sandbox.AdministratorToken())?.Hash ?? ""));
    }

    [Fact]
    public async Task Workload_reads_workspaces_from_its_registration_until_its_removal()
    {
        var (identity, token) = sandbox.AddIdentity();
        var (before, _) = await WorkspacesAsync(token);
        var (_, registration) = await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), DeepLakeClient.Body(identity.AppId, Tenant));

        var (during, workspaces) = await WorkspacesAsync(token);
        await sandbox.DeepLakeAsync(HttpMethod.Delete, $"{DeepLakeClient.Identities()}/{registration?["id"]}");
        var (after, _) = await WorkspacesAsync(token);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized], new[] { before, during, after });
        Assert.Equal("default", workspaces?["data"]?[0]?["id"]?.GetValue<string>());
    }

    [Fact]
    public async Task Workload_registered_under_its_object_id_is_unauthorized()
    {
        var (identity, token) = sandbox.AddIdentity();
        sandbox.DeepLake().Register(DeepLakeClient.Organization, "swapped", identity.ObjectId, Tenant);

        Assert.Equal(HttpStatusCode.Unauthorized, (await WorkspacesAsync(token)).Status);
    }

    [Fact]
    public async Task Workload_of_two_organizations_must_name_one()
    {
        var (identity, token) = sandbox.AddIdentity();
        sandbox.DeepLake().AddOrganization("other-org", "Other", Guid.NewGuid());
        sandbox.DeepLake().Register(DeepLakeClient.Organization, "a", identity.AppId, Tenant);
        sandbox.DeepLake().Register("other-org", "b", identity.AppId, Tenant);

        var (ambiguous, refusal) = await WorkspacesAsync(token);
        var (named, _) = await WorkspacesAsync(token, ("X-Activeloop-Org-Id", "other-org"));
        var (wrong, _) = await WorkspacesAsync(token, ("X-Activeloop-Org-Id", "third-org"));

        Assert.Equal(HttpStatusCode.Unauthorized, ambiguous);
        Assert.Equal("workload identity matches multiple orgs; X-Activeloop-Org-Id required", refusal?["error"]?.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, named);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong);
    }

    [Fact]
    public async Task Workload_cannot_register_others()
    {
        var (identity, token) = sandbox.AddIdentity();
        sandbox.DeepLake().Register(DeepLakeClient.Organization, "a", identity.AppId, Tenant);

        var (status, _) = await sandbox.DeepLakeAsAsync(token, HttpMethod.Post, DeepLakeClient.Identities(), DeepLakeClient.Body(Guid.NewGuid(), Tenant));

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Theory]
    [InlineData("https://management.azure.com/", false, HttpStatusCode.OK)]
    [InlineData("https://graph.microsoft.com", false, HttpStatusCode.Unauthorized)]
    [InlineData("https://management.core.windows.net/", false, HttpStatusCode.Unauthorized)]
    [InlineData("https://management.core.windows.net/", true, HttpStatusCode.OK)]
    public async Task Azure_token_must_be_for_arm(string audience, bool acceptsLegacy, HttpStatusCode expected)
    {
        sandbox.DeepLake().Quirks = new DeepLakeQuirks { AcceptsLegacyAudience = acceptsLegacy };
        var (identity, token) = sandbox.AddIdentity(audience);
        sandbox.DeepLake().Register(DeepLakeClient.Organization, "a", identity.AppId, Tenant);

        Assert.Equal(expected, (await WorkspacesAsync(token)).Status);
    }

    [Fact]
    public async Task Expired_azure_token_is_unauthorized()
    {
        var (identity, token) = sandbox.AddIdentity();
        sandbox.DeepLake().Register(DeepLakeClient.Organization, "a", identity.AppId, Tenant);
        sandbox.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.Unauthorized, (await WorkspacesAsync(token)).Status);
    }

    [Fact]
    public async Task Api_token_that_claims_to_be_azures_is_unauthorized()
    {
        var (status, _) = await sandbox.DeepLakeAsAsync(
            sandbox.AdministratorToken(), HttpMethod.Get, "workspaces", null, ("X-Activeloop-Auth-Provider", "azure"));

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task Older_clients_read_their_profile_by_an_azure_token()
    {
        var (identity, token) = sandbox.AddIdentity();
        sandbox.DeepLake().Register(DeepLakeClient.Organization, "trainer", identity.AppId, Tenant);

        var (status, body) = await sandbox.DeepLakeAsAsync(token, HttpMethod.Get, "api/user/profile", null, ("X-Activeloop-Provider-Type", "azure"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("trainer", body?["_id"]?.GetValue<string>());
        Assert.Equal("sandbox", body?["organizations"]?[0]?.GetValue<string>());
    }

    private Task<(HttpStatusCode Status, JsonNode? Body)> WorkspacesAsync(string token, params (string Name, string Value)[] headers) =>
        sandbox.DeepLakeAsAsync(token, HttpMethod.Get, "workspaces", null, headers);
}
