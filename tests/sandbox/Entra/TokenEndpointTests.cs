using System.Net;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Tests.Entra;

public sealed class TokenEndpointTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string IdentityId = "/subscriptions/s/resourcegroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/trainer";

    [Fact]
    public async Task Token_of_an_application_has_the_claims_of_version_1()
    {
        var deployer = sandbox.Host.Connection.Deployer;

        var token = new JsonWebToken(await sandbox.SignInAsync());

        Assert.Equal($"https://sts.windows.net/{sandbox.Host.Connection.TenantId}/", token.Issuer);
        Assert.Equal("1.0", Claim(token, "ver"));
        Assert.Equal(deployer.ClientId.ToString(), Claim(token, "appid"));
        Assert.Equal(deployer.ObjectId.ToString(), Claim(token, "oid"));
        Assert.Equal(deployer.ObjectId.ToString(), token.Subject);
        Assert.Equal(sandbox.Host.Connection.TenantId.ToString(), Claim(token, "tid"));
        Assert.Equal("app", Claim(token, "idtyp"));
        Assert.False(token.TryGetClaim("xms_mirid", out _));
    }

    [Fact]
    public async Task Token_of_a_managed_identity_names_its_resource_and_lasts_a_day()
    {
        var identity = AddIdentity(Credential("trainer"));

        var (status, body) = await sandbox.AskAsync(LoginClient.Form(identity.AppId, sandbox.Mint("aks", "trainer")));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(86399, body["expires_in"]?.GetValue<int>());
        Assert.Equal(IdentityId, Claim(new JsonWebToken(body["access_token"]?.GetValue<string>()), "xms_mirid"));
    }

    [Fact]
    public async Task Answer_to_an_application_lasts_a_second_less_than_its_hour()
    {
        var (_, body) = await sandbox.AskAsync(DeployerForm());

        Assert.Equal("Bearer", body["token_type"]?.GetValue<string>());
        Assert.Equal(3599, body["expires_in"]?.GetValue<int>());
    }

    [Theory]
    [InlineData("https://management.azure.com/.default", "https://management.azure.com")]
    [InlineData("https://management.core.windows.net//.default", "https://management.core.windows.net/")]
    public async Task Audience_is_what_precedes_the_last_slash_of_the_scope(string scope, string audience)
    {
        var token = new JsonWebToken(await sandbox.SignInAsync(scope));

        Assert.Equal(audience, Assert.Single(token.Audiences));
    }

    [Theory]
    [InlineData("grant_type", "", 900144, "invalid_request")]
    [InlineData("grant_type", "password", 70003, "unsupported_grant_type")]
    [InlineData("client_id", "", 900144, "invalid_request")]
    [InlineData("client_id", "not-a-uuid", 700016, "unauthorized_client")]
    [InlineData("client_id", "00000000-0000-0000-0000-00000000beef", 700016, "unauthorized_client")]
    [InlineData("scope", "", 900144, "invalid_request")]
    [InlineData("scope", "https://management.azure.com", 70011, "invalid_scope")]
    [InlineData("scope", "https://management.azure.com/.default https://graph.microsoft.com/.default", 700022, "invalid_scope")]
    [InlineData("scope", "https://nowhere.example/.default", 500011, "invalid_resource")]
    [InlineData("resource", "https://management.azure.com", 901002, "invalid_request")]
    [InlineData("client_assertion", "", 7000218, "invalid_client")]
    [InlineData("client_assertion", "not.a.jwt", 50027, "invalid_client")]
    [InlineData("client_assertion_type", "saml", 50027, "invalid_request")]
    [InlineData("client_secret", "guess", 7000215, "invalid_client")]
    public async Task Request_with_a_wrong_field_is_refused_by_its_code(string field, string value, int code, string error)
    {
        var form = DeployerForm();
        form[field] = value;

        var (_, body) = await sandbox.AskAsync(form);

        AssertRefused(body, code);
        Assert.Equal(error, body["error"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-00000000beef", 90002)]
    [InlineData("contoso.example", 90002)]
    [InlineData("common", 9001023)]
    [InlineData("organizations", 9001023)]
    public async Task Tenant_that_is_not_served_is_refused(string tenant, int code)
    {
        var (status, body) = await sandbox.AskAsync(DeployerForm(), tenant);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertRefused(body, code);
    }

    [Fact]
    public async Task Refusal_repeats_ids_and_time_in_its_description()
    {
        var (_, body) = await sandbox.AskAsync([]);

        var description = body["error_description"]?.GetValue<string>();
        Assert.Contains($"\r\nTrace ID: {body["trace_id"]}\r\nCorrelation ID: {body["correlation_id"]}\r\nTimestamp: {body["timestamp"]}", description, StringComparison.Ordinal);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$", body["timestamp"]?.GetValue<string>());
    }

    [Fact]
    public async Task Application_is_unknown_until_it_is_replicated()
    {
        var application = sandbox.Tenant.Directory.CreateApplication("late", created => created with { FederatedCredentials = [Credential("late")] });
        sandbox.Tenant.Directory.CreateServicePrincipal(application, created => created);
        var form = LoginClient.Form(application.AppId, sandbox.Mint("aks", "late"));

        var (_, early) = await sandbox.AskAsync(form);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var (late, _) = await sandbox.AskAsync(form);

        AssertRefused(early, 700016);
        Assert.Equal(HttpStatusCode.OK, late);
    }

    [Fact]
    public async Task Application_without_a_service_principal_is_refused()
    {
        var application = sandbox.Tenant.Directory.CreateApplication("alone", created => created with { FederatedCredentials = [Credential("alone")] });
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        var (_, body) = await sandbox.AskAsync(LoginClient.Form(application.AppId, sandbox.Mint("aks", "alone")));

        AssertRefused(body, 7000229);
    }

    [Fact]
    public async Task Disabled_principal_is_refused()
    {
        var identity = AddIdentity(Credential("trainer"));
        sandbox.Tenant.Directory.UpdateServicePrincipal(identity.ObjectId, principal => principal with { AccountEnabled = false });

        var (_, body) = await sandbox.AskAsync(LoginClient.Form(identity.AppId, sandbox.Mint("aks", "trainer")));

        AssertRefused(body, 7000112);
    }

    [Fact]
    public async Task Deleted_application_is_unknown()
    {
        var application = sandbox.Tenant.Directory.CreateApplication("gone", created => created);
        sandbox.Tenant.Directory.CreateServicePrincipal(application, created => created);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        sandbox.Tenant.Directory.DeleteApplication(application.ObjectId);

        var (_, body) = await sandbox.AskAsync(LoginClient.Form(application.AppId, sandbox.Mint("aks", "gone")));

        AssertRefused(body, 700016);
    }

    [Fact]
    public async Task Request_log_keeps_the_code_and_no_part_of_the_assertion()
    {
        var assertion = sandbox.Mint("developer", "nobody");

        await sandbox.AskAsync(LoginClient.Form(sandbox.Host.Connection.Deployer.ClientId, assertion));

        var entry = sandbox.Host.Requests.Read(0).Last(request => request.Endpoint == "login");
        Assert.Equal("AADSTS700213", entry.Code);
        Assert.DoesNotContain(assertion, entry.ToString(), StringComparison.Ordinal);
    }

    private static string Claim(JsonWebToken token, string name) => token.GetClaim(name).Value;

    private static void AssertRefused(JsonObject body, int code)
    {
        Assert.Equal(code, body["error_codes"]?[0]?.GetValue<int>());
        Assert.StartsWith($"AADSTS{code}: ", body["error_description"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    private Dictionary<string, string> DeployerForm() =>
        LoginClient.Form(sandbox.Host.Connection.Deployer.ClientId, sandbox.Mint("developer", "developer:provisioner"));

    private FederatedCredential Credential(string subject) => new()
    {
        Id = Guid.NewGuid(),
        Name = subject,
        Issuer = sandbox.Host.Context.Issuers.Get("aks").Issuer,
        Subject = subject,
        Audience = "api://AzureADTokenExchange",
        VisibleAt = sandbox.Clock.GetUtcNow(),
    };

    private ServicePrincipal AddIdentity(FederatedCredential credential)
    {
        var identity = sandbox.Tenant.Directory.CreateManagedIdentity("trainer", IdentityId);
        sandbox.Tenant.Directory.UpdateServicePrincipal(identity.ObjectId, principal => principal with { FederatedCredentials = [credential] });
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        return identity;
    }
}
