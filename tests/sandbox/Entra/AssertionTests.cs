using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Tests.Entra;

/// <summary>Which assertions a federated credential accepts, and by which code the others are refused.</summary>
public sealed class AssertionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Subject = "system:serviceaccount:ml:trainer";
    private const string Audience = "api://AzureADTokenExchange";

    [Fact]
    public async Task Assertion_that_matches_issuer_subject_and_audience_is_accepted() =>
        await AssertAcceptedAsync(AddIdentity(Trust()), sandbox.Mint("aks", Subject));

    [Fact]
    public async Task Identity_without_credentials_is_refused() =>
        await AssertRefusedAsync(AddIdentity(), sandbox.Mint("aks", Subject), 70025, HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Other_issuer_is_refused() =>
        await AssertRefusedAsync(AddIdentity(Trust()), sandbox.Mint("github", Subject), 700211, HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Issuer_that_differs_by_a_slash_is_refused() =>
        await AssertRefusedAsync(
            AddIdentity(Trust() with { Issuer = Issuer("aks") + "/" }), sandbox.Mint("aks", Subject), 700211, HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Other_subject_is_refused() =>
        await AssertRefusedAsync(
            AddIdentity(Trust()), sandbox.Mint("aks", "system:serviceaccount:ml:other"), 700213, HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Subject_in_other_case_is_refused_by_its_own_code() =>
        await AssertRefusedAsync(
            AddIdentity(Trust()), sandbox.Mint("aks", "system:serviceaccount:ML:trainer"), 7002138, HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("api://other")]
    [InlineData("api://azureadtokenexchange")]
    public async Task Other_audience_is_refused(string audience) =>
        await AssertRefusedAsync(AddIdentity(Trust()), sandbox.Mint("aks", Subject, audience), 700212, HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Credential_that_is_not_replicated_yet_is_no_match()
    {
        var identity = AddIdentity(Trust() with { VisibleAt = sandbox.Clock.GetUtcNow() + TimeSpan.FromMinutes(1) });

        await AssertRefusedAsync(identity, sandbox.Mint("aks", Subject), 70021, HttpStatusCode.BadRequest);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertAcceptedAsync(identity, sandbox.Mint("aks", Subject));
    }

    [Fact]
    public async Task Expired_assertion_is_refused()
    {
        var assertion = sandbox.Mint("aks", Subject);
        var identity = AddIdentity(Trust());
        sandbox.Clock.Advance(TimeSpan.FromHours(2));

        var body = await AssertRefusedAsync(identity, assertion, 700024, HttpStatusCode.Unauthorized);

        Assert.Contains("not within its valid time range", body["error_description"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assertion_from_the_future_is_refused()
    {
        sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        var assertion = sandbox.Mint("aks", Subject);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(-10));

        await AssertRefusedAsync(AddIdentity(Trust()), assertion, 700024, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Assertion_without_expiry_counts_as_expired_in_1970()
    {
        using var key = RSA.Create(2048);
        var identity = AddIdentity(Trust() with { Issuer = Trusted(key) });

        var body = await AssertRefusedAsync(identity, Sign(key, $$"""{"iss":"{{Trusted(key)}}","sub":"{{Subject}}","aud":"{{Audience}}"}"""), 700024, HttpStatusCode.Unauthorized);

        Assert.Contains("valid from 1970-01-01", body["error_description"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signature_of_another_key_is_refused()
    {
        using var key = RSA.Create(2048);

        await AssertRefusedAsync(AddIdentity(Trust()), Sign(key, Payload(Issuer("aks"))), 700027, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Issuer_that_the_sandbox_cannot_reach_is_refused()
    {
        using var key = RSA.Create(2048);
        const string issuer = "https://token.actions.githubusercontent.com";

        await AssertRefusedAsync(AddIdentity(Trust() with { Issuer = issuer }), Sign(key, Payload(issuer)), 90061, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Issuer_with_a_registered_key_set_is_accepted()
    {
        using var key = RSA.Create(2048);
        var issuer = Trusted(key);

        await AssertAcceptedAsync(AddIdentity(Trust() with { Issuer = issuer }), Sign(key, Payload(issuer)));
    }

    [Fact]
    public async Task Access_token_of_the_tenant_is_no_assertion()
    {
        var token = await sandbox.SignInAsync();

        await AssertRefusedAsync(AddIdentity(Trust()), token, 700211, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Every_credential_of_an_identity_counts()
    {
        var identity = AddIdentity(Trust() with { Subject = "first", Name = "first" }, Trust(), Trust() with { Issuer = Issuer("github"), Name = "third" });

        await AssertAcceptedAsync(identity, sandbox.Mint("aks", Subject));
        await AssertAcceptedAsync(identity, sandbox.Mint("github", Subject));
    }

    private static string Sign(RSA key, string payload) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
        .CreateToken(payload, new SigningCredentials(new RsaSecurityKey(key) { KeyId = "own" }, SecurityAlgorithms.RsaSha256));

    private string Payload(string issuer)
    {
        var now = sandbox.Clock.GetUtcNow().ToUnixTimeSeconds();
        return $$"""{"iss":"{{issuer}}","sub":"{{Subject}}","aud":["{{Audience}}"],"nbf":{{now - 60}},"exp":{{now + 600}}}""";
    }

    /// <summary>An issuer outside of the sandbox whose key is registered.</summary>
    private string Trusted(RSA key)
    {
        const string issuer = "https://kind.example/";
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var keys = new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["kid"] = "own",
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        };
        new IssuerKeys(sandbox.Host.Context).Trust(new TrustedIssuer(issuer, keys.ToJsonString()));
        return issuer;
    }

    private string Issuer(string name) => sandbox.Host.Context.Issuers.Get(name).Issuer;

    private FederatedCredential Trust() => new()
    {
        Id = Guid.NewGuid(),
        Name = "trust",
        Issuer = Issuer("aks"),
        Subject = Subject,
        Audience = Audience,
        VisibleAt = sandbox.Clock.GetUtcNow(),
    };

    private Guid AddIdentity(params FederatedCredential[] credentials)
    {
        var identity = sandbox.Tenant.Directory.CreateManagedIdentity("trainer", "/subscriptions/s/identity");
        sandbox.Tenant.Directory.UpdateServicePrincipal(identity.ObjectId, principal => principal with { FederatedCredentials = [.. credentials], VisibleAt = sandbox.Clock.GetUtcNow() });
        return identity.AppId;
    }

    private async Task AssertAcceptedAsync(Guid clientId, string assertion)
    {
        var (status, body) = await sandbox.AskAsync(LoginClient.Form(clientId, assertion));
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
    }

    private async Task<JsonObject> AssertRefusedAsync(Guid clientId, string assertion, int code, HttpStatusCode expected)
    {
        var (status, body) = await sandbox.AskAsync(LoginClient.Form(clientId, assertion));
        Assert.Equal(code, body["error_codes"]?[0]?.GetValue<int>());
        Assert.Equal(expected, status);
        return body;
    }
}
