using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Tests.Entra;

public sealed class TokenValidatorTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly string[] Audiences = ["https://management.azure.com"];

    [Theory]
    [InlineData("https://management.azure.com")]
    [InlineData("https://management.azure.com/")]
    public async Task Good_token_gives_its_principal_whatever_the_slash_of_its_audience(string audience)
    {
        var identity = sandbox.Tenant.Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");

        var validation = await ValidateAsync("Bearer " + sandbox.Tenant.Tokens.Issue(identity, audience).Value);

        var principal = Assert.IsType<TokenValidation.Accepted>(validation).Principal;
        Assert.Equal(identity.ObjectId, principal.ObjectId);
        Assert.Equal(identity.AppId, principal.AppId);
        Assert.Equal(sandbox.Host.Connection.TenantId, principal.TenantId);
        Assert.Equal(audience, principal.Audience);
        Assert.Equal("app", principal.IdType);
        Assert.Equal("/subscriptions/s/cpu", principal.ManagedIdentityResourceId);
    }

    [Theory]
    [InlineData(null, TokenRefusal.Missing)]
    [InlineData("", TokenRefusal.Missing)]
    [InlineData("Basic dXNlcjpwYXNz", TokenRefusal.Malformed)]
    [InlineData("Bearer nonsense", TokenRefusal.Malformed)]
    [InlineData("Bearer a.b.c", TokenRefusal.Malformed)]
    public async Task Header_without_a_token_is_refused(string? header, object reason) =>
        Assert.Equal(reason, await RefusalOfAsync(header));

    [Fact]
    public async Task Token_for_another_resource_is_refused() =>
        Assert.Equal(TokenRefusal.WrongAudience, await RefusalOfAsync("Bearer " + await sandbox.SignInAsync(LoginClient.GraphScope)));

    [Fact]
    public async Task Token_of_yesterday_is_refused()
    {
        var token = await sandbox.SignInAsync();
        sandbox.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(TokenRefusal.Expired, await RefusalOfAsync("Bearer " + token));
    }

    [Fact]
    public async Task Token_of_tomorrow_is_refused()
    {
        sandbox.Clock.Advance(TimeSpan.FromMinutes(5));
        var token = await sandbox.SignInAsync();
        sandbox.Clock.Advance(TimeSpan.FromMinutes(-5));

        Assert.Equal(TokenRefusal.NotYetValid, await RefusalOfAsync("Bearer " + token));
    }

    [Fact]
    public async Task Token_signed_by_somebody_else_is_refused()
    {
        using var key = RSA.Create(2048);
        var payload = new JsonWebToken(await sandbox.SignInAsync()).EncodedPayload;
        var forged = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(Base64UrlEncoder.Decode(payload), new SigningCredentials(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256));

        Assert.Equal(TokenRefusal.BadSignature, await RefusalOfAsync("Bearer " + forged));
    }

    [Fact]
    public async Task Token_without_a_signature_is_refused()
    {
        var payload = new JsonWebToken(await sandbox.SignInAsync()).EncodedPayload;
        var unsigned = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{payload}.";

        Assert.Equal(TokenRefusal.BadSignature, await RefusalOfAsync("Bearer " + unsigned));
    }

    [Fact]
    public async Task Token_of_another_tenant_is_refused()
    {
        var other = sandbox.Host.Context with { Options = sandbox.Host.Context.Options with { TenantId = Guid.NewGuid() } };
        var identity = sandbox.Tenant.Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");
        var token = new TokenIssuer(other, sandbox.Tenant.Tokens.Key).Issue(identity, Audiences[0]);

        Assert.Equal(TokenRefusal.WrongIssuer, await RefusalOfAsync("Bearer " + token.Value));
    }

    [Fact]
    public async Task Token_is_good_after_a_restart()
    {
        var token = await sandbox.SignInAsync();
        await sandbox.RestartAsync();

        Assert.IsType<TokenValidation.Accepted>(await ValidateAsync("Bearer " + token));
    }

    private Task<TokenValidation> ValidateAsync(string? header) => sandbox.Tenant.Validator.ValidateAsync(header, Audiences);

    private async Task<object> RefusalOfAsync(string? header) => Assert.IsType<TokenValidation.Refused>(await ValidateAsync(header)).Reason;
}
