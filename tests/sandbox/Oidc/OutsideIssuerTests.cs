using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Tests.Entra;

namespace Provisioning.Sandbox.Tests.Oidc;

/// <summary>Tokens of any issuer outside of Entra, and what Entra thinks of them.</summary>
public sealed class OutsideIssuerTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string GitHub = "https://token.actions.githubusercontent.com";
    private const string Branch = "repo:Contoso/ml:ref:refs/heads/main";

    public static TheoryData<string> Issuers =>
    [
        GitHub,
        "https://gitlab.com",
        "https://vstoken.dev.azure.com/0b2e3c4d-0000-4000-8000-000000000001",
        "https://app.terraform.io",
        "https://api.pulumi.com/oidc",
        "https://westeurope.oic.prod-aks.azure.com/0b2e3c4d-0000-4000-8000-000000000002/0b2e3c4d-0000-4000-8000-000000000003/",
    ];

    [Theory]
    [MemberData(nameof(Issuers))]
    public async Task Token_of_an_issuer_of_the_outside_world_is_accepted_where_it_is_trusted(string issuer)
    {
        var token = await sandbox.TokenAsync(OidcClient.Request(issuer, Branch));

        var (status, body) = await SignInAsync(token, Trust(issuer));

        Assert.True(status is HttpStatusCode.OK, body.ToJsonString());
        Assert.Equal(issuer, new JsonWebToken(token).Issuer);
    }

    [Fact]
    public async Task Token_of_one_of_the_sandboxs_own_issuers_is_signed_by_its_published_key()
    {
        var issuer = sandbox.Host.Context.Issuers.Get("aks").Issuer;

        var token = new JsonWebToken(await sandbox.TokenAsync(OidcClient.Request(issuer, Branch)));

        var keys = await sandbox.Client.GetFromJsonAsync<JsonObject>(issuer + "/keys", ReflectedJson.Options);
        Assert.Equal(keys?["keys"]?[0]?["kid"]?.GetValue<string>(), token.Kid);
    }

    [Theory]
    [InlineData("repo:contoso/ml:ref:refs/heads/main", OidcClient.Audience, 7002138)]
    [InlineData("repo:Contoso/ml:pull_request", OidcClient.Audience, 700213)]
    [InlineData(Branch, "api://azureadtokenexchange", 700212)]
    [InlineData(Branch, "https://github.com/Contoso", 700212)]
    public async Task Token_that_differs_from_the_credential_is_refused(string subject, string audience, int code) =>
        await AssertRefusedAsync(await sandbox.TokenAsync(OidcClient.Request(GitHub, subject, audience)), Trust(GitHub), code);

    [Fact]
    public async Task Issuer_that_differs_by_a_slash_is_another_one() =>
        await AssertRefusedAsync(await sandbox.TokenAsync(OidcClient.Request(GitHub + "/", Branch)), Trust(GitHub), 700211);

    [Theory]
    [InlineData(-120, -60)]
    [InlineData(60, 120)]
    public async Task Token_outside_of_its_validity_is_refused(int fromMinutes, int untilMinutes)
    {
        var request = OidcClient.Request(GitHub, Branch);
        request["validFrom"] = sandbox.Clock.GetUtcNow().AddMinutes(fromMinutes);
        request["validUntil"] = sandbox.Clock.GetUtcNow().AddMinutes(untilMinutes);

        await AssertRefusedAsync(await sandbox.TokenAsync(request), Trust(GitHub), 700024);
    }

    [Fact]
    public async Task Token_is_valid_for_an_hour_from_now_and_carries_further_claims()
    {
        var request = OidcClient.Request(GitHub, Branch);
        request["claims"] = new JsonObject { ["repository"] = "Contoso/ml", ["run_attempt"] = 2 };

        var token = new JsonWebToken(await sandbox.TokenAsync(request));

        Assert.Equal(sandbox.Clock.GetUtcNow().ToUnixTimeSeconds(), token.GetPayloadValue<long>("nbf"));
        Assert.Equal(3600, token.GetPayloadValue<long>("exp") - token.GetPayloadValue<long>("nbf"));
        Assert.Equal("Contoso/ml", token.GetPayloadValue<string>("repository"));
        Assert.Equal(2, token.GetPayloadValue<int>("run_attempt"));
    }

    [Fact]
    public async Task Key_of_an_issuer_is_the_same_after_a_restart()
    {
        var before = await sandbox.TokenAsync(OidcClient.Request("https://gitlab.example.com", Branch));

        await sandbox.RestartAsync();

        var after = await sandbox.TokenAsync(OidcClient.Request("https://gitlab.example.com", Branch));
        Assert.Equal(new JsonWebToken(before).Kid, new JsonWebToken(after).Kid);
    }

    [Fact]
    public async Task Issuer_that_differs_in_case_has_a_key_of_its_own()
    {
        var lower = await sandbox.TokenAsync(OidcClient.Request("https://issuer.example/a", Branch));
        var upper = await sandbox.TokenAsync(OidcClient.Request("https://issuer.example/A", Branch));

        Assert.NotEqual(new JsonWebToken(lower).Kid, new JsonWebToken(upper).Kid);
    }

    [Fact]
    public async Task Issuer_with_a_registered_key_set_is_not_minted_for()
    {
        new IssuerKeys(sandbox.Host.Context).Trust(new TrustedIssuer("https://registered.example/", """{"keys":[]}"""));

        var (status, body) = await sandbox.AskForTokenAsync(OidcClient.Request("https://registered.example/", Branch).ToJsonString());

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("https://registered.example/", body?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_set_of_an_issuer_that_the_sandbox_mints_for_is_not_registered()
    {
        await sandbox.TokenAsync(OidcClient.Request("https://minted.example", Branch));

        using var response = await sandbox.Client.PutAsJsonAsync(
            new Uri(sandbox.Host.Connection.Admin, "_sandbox/trusted-issuers"),
            new { issuer = "https://minted.example", keySet = """{"keys":[]}""" },
            ReflectedJson.Options);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task Cluster_without_issuer_has_no_tokens()
    {
        var issuer = new Uri(sandbox.Host.Connection.Admin, "oidc/nowhere").AbsoluteUri;

        var (status, _) = await sandbox.AskForTokenAsync(OidcClient.Request(issuer, Branch).ToJsonString());

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Null(sandbox.Host.Context.Issuers.FindByIssuer(issuer));
    }

    [Theory]
    [InlineData("no JSON", "'issuer', 'subject' and 'audience'")]
    [InlineData("""{"subject":"s","audience":"a"}""", "'issuer'")]
    [InlineData("""{"issuer":"http://issuer.example","subject":"s","audience":"a"}""", "'issuer'")]
    [InlineData("""{"issuer":"https://issuer.example","audience":"a"}""", "'subject'")]
    [InlineData("""{"issuer":"https://issuer.example","subject":"s","audience":["a"]}""", "'audience'")]
    [InlineData("""{"issuer":"https://issuer.example","subject":"s","audience":"a","validUntil":"tomorrow"}""", "ISO 8601")]
    [InlineData("""{"issuer":"https://issuer.example","subject":"s","audience":"a","validUntil":"2001-01-01T00:00:00Z"}""", "later than 'validFrom'")]
    [InlineData("""{"issuer":"https://issuer.example","subject":"s","audience":"a","claims":{"aud":"b"}}""", "'claims'")]
    [InlineData("""{"issuer":"https://issuer.example","subject":"s","audience":"a","claims":[]}""", "'claims'")]
    public async Task Request_that_lacks_something_is_told_what(string request, string expected)
    {
        var (status, body) = await sandbox.AskForTokenAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(expected, body?.GetValue<string>(), StringComparison.Ordinal);
    }

    private FederatedCredential Trust(string issuer) => new()
    {
        Id = Guid.NewGuid(),
        Name = "trust",
        Issuer = issuer,
        Subject = Branch,
        Audience = OidcClient.Audience,
        VisibleAt = sandbox.Clock.GetUtcNow(),
    };

    private async Task<(HttpStatusCode Status, JsonObject Body)> SignInAsync(string assertion, FederatedCredential credential)
    {
        var identity = sandbox.Tenant.Directory.CreateManagedIdentity("pipeline", "/subscriptions/s/identity");
        sandbox.Tenant.Directory.UpdateServicePrincipal(identity.ObjectId, principal => principal with { FederatedCredentials = [credential], VisibleAt = sandbox.Clock.GetUtcNow() });
        return await sandbox.AskAsync(LoginClient.Form(identity.AppId, assertion));
    }

    private async Task AssertRefusedAsync(string assertion, FederatedCredential credential, int code)
    {
        var (_, body) = await SignInAsync(assertion, credential);
        Assert.Equal(code, body["error_codes"]?[0]?.GetValue<int>());
    }
}
