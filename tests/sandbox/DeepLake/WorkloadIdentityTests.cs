using System.Net;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.DeepLake;

namespace Provisioning.Sandbox.Tests.DeepLake;

public sealed class WorkloadIdentityTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private static readonly Guid Tenant = SandboxOptions.DefaultTenantId;

    public void Dispose() => sandbox.DeepLake().Quirks = new DeepLakeQuirks();

    [Fact]
    public async Task Registration_is_created_read_listed_and_deleted()
    {
        var client = Guid.NewGuid();

        var (created, body) = await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), DeepLakeClient.Body(client, Tenant));
        var path = $"{DeepLakeClient.Identities()}/{body?["id"]}";
        var (read, found) = await sandbox.DeepLakeAsync(HttpMethod.Get, path);
        var (_, list) = await sandbox.DeepLakeAsync(HttpMethod.Get, DeepLakeClient.Identities());
        var (deleted, _) = await sandbox.DeepLakeAsync(HttpMethod.Delete, path);
        var (gone, _) = await sandbox.DeepLakeAsync(HttpMethod.Get, path);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NotFound], new[] { created, read, deleted, gone });
        Assert.Equal(DeepLakeClient.Organization, found?["org_id"]?.GetValue<string>());
        Assert.Equal(client.ToString(), found?["workload_identity_data"]?["azure_client_id"]?.GetValue<string>());
        Assert.Contains(Assert.IsType<JsonArray>(list), item => item?["id"]?.GetValue<string>() == body?["id"]?.GetValue<string>());
    }

    [Fact]
    public async Task Same_principal_is_a_conflict_in_one_organization_and_fine_in_another()
    {
        var body = DeepLakeClient.Body(Guid.NewGuid(), Tenant);
        await sandbox.DeepLakeAsync(HttpMethod.Post, "organizations", new JsonObject { ["id"] = "second-org", ["name"] = "Second" });
        await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), body);

        var (same, refusal) = await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), body);
        var (other, _) = await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities("second-org"), body);

        Assert.Equal(HttpStatusCode.Conflict, same);
        Assert.Equal("CONFLICT", refusal?["error"]?.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, other);
    }

    [Fact]
    public async Task Principals_are_compared_without_case()
    {
        var body = DeepLakeClient.Body(Guid.NewGuid(), Tenant);
        await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), body);
        var data = Assert.IsType<JsonObject>(body["workload_identity_data"]);
        data["azure_client_id"] = data["azure_client_id"]?.GetValue<string>().ToUpperInvariant();

        var (status, _) = await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), body);

        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Theory]
    [InlineData("""{"workload_identity_data":{"type":"azure","azure_client_id":"5a9db0c5-0000-4000-8000-000000000001","azure_tenant_id":"5a9db0c5-0000-4000-8000-000000000002"}}""")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"name":"x","workload_identity_data":{"type":"aws","azure_client_id":"5a9db0c5-0000-4000-8000-000000000001","azure_tenant_id":"5a9db0c5-0000-4000-8000-000000000002"}}""")]
    [InlineData("""{"name":"x","workload_identity_data":{"type":"azure","azure_client_id":"no-uuid","azure_tenant_id":"5a9db0c5-0000-4000-8000-000000000002"}}""")]
    [InlineData("""[]""")]
    public async Task Body_that_is_wrong_is_refused(string body)
    {
        var (status, _) = await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), JsonNode.Parse(body));

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData(MemberRole.Read)]
    [InlineData(MemberRole.Write)]
    public async Task Member_who_is_no_administrator_reads_and_does_not_write(object role)
    {
        var token = sandbox.TokenOf((MemberRole)role);

        var (read, _) = await sandbox.DeepLakeAsAsync(token, HttpMethod.Get, DeepLakeClient.Identities());
        var (write, _) = await sandbox.DeepLakeAsAsync(token, HttpMethod.Post, DeepLakeClient.Identities(), DeepLakeClient.Body(Guid.NewGuid(), Tenant));

        Assert.Equal(HttpStatusCode.OK, read);
        Assert.Equal(HttpStatusCode.Forbidden, write);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Forbidden)]
    [InlineData(true, HttpStatusCode.NotFound)]
    public async Task Organization_of_others_is_forbidden_or_hidden(bool hides, HttpStatusCode expected)
    {
        sandbox.DeepLake().Quirks = new DeepLakeQuirks { HidesOrganizations = hides };
        sandbox.DeepLake().AddOrganization("strangers", "Strangers", Guid.NewGuid());

        var (status, _) = await sandbox.DeepLakeAsync(HttpMethod.Get, DeepLakeClient.Identities("strangers"));

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData(ListEnvelope.Named, "workload_identities")]
    [InlineData(ListEnvelope.Data, "data")]
    public async Task List_comes_in_the_envelope_that_the_quirks_ask_for(object envelope, string member)
    {
        sandbox.DeepLake().Quirks = new DeepLakeQuirks { ListEnvelope = (ListEnvelope)envelope };

        var (_, body) = await sandbox.DeepLakeAsync(HttpMethod.Get, DeepLakeClient.Identities());

        Assert.IsType<JsonArray>(body?[member]);
    }

    [Fact]
    public async Task Quirks_are_set_by_the_administration_of_the_sandbox()
    {
        var quirks = new Uri(sandbox.Host.Connection.Admin, "_sandbox/deeplake/quirks");
        using var content = new StringContent("""{"wrapsObjects":true,"longNames":true,"errorKey":"message"}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await sandbox.Client.PutAsync(quirks, content);

        var (_, created) = await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), DeepLakeClient.Body(Guid.NewGuid(), Tenant));
        var (_, refusal) = await sandbox.DeepLakeAsync(HttpMethod.Get, DeepLakeClient.Identities() + "/nothing");

        Assert.Equal(DeepLakeClient.Organization, created?["workload_identity"]?["organization_id"]?.GetValue<string>());
        Assert.Equal("workload identity not found", refusal?["message"]?.GetValue<string>());
    }

    [Fact]
    public async Task Registrations_and_administrator_outlive_a_restart()
    {
        var (_, created) = await sandbox.DeepLakeAsync(HttpMethod.Post, DeepLakeClient.Identities(), DeepLakeClient.Body(Guid.NewGuid(), Tenant));
        var token = sandbox.AdministratorToken();

        await sandbox.RestartAsync();
        var (status, _) = await sandbox.DeepLakeAsync(HttpMethod.Get, $"{DeepLakeClient.Identities()}/{created?["id"]}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(token, sandbox.AdministratorToken());
    }
}
