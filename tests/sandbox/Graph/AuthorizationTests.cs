using System.Net;
using Provisioning.Sandbox.Graph;
using Provisioning.Sandbox.Tests.Entra;

namespace Provisioning.Sandbox.Tests.Graph;

public sealed class AuthorizationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Call_without_a_token_is_unauthenticated()
    {
        var (status, body) = await sandbox.GraphAsAsync("", HttpMethod.Get, "applications");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("InvalidAuthenticationToken", body.Code());
    }

    [Fact]
    public async Task Token_for_another_resource_is_unauthenticated()
    {
        var (status, _) = await sandbox.GraphAsAsync(await sandbox.SignInAsync(), HttpMethod.Get, "applications");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Theory]
    [InlineData("GET", "applications")]
    [InlineData("POST", "applications")]
    [InlineData("GET", "servicePrincipals")]
    public async Task Principal_without_a_permission_is_denied(string method, string path)
    {
        var token = sandbox.Tenant.Tokens.Issue(AddIdentity(), "https://graph.microsoft.com");

        var (status, body) = await sandbox.GraphAsAsync(token.Value, new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("Authorization_RequestDenied", body.Code());
    }

    [Fact]
    public async Task Reader_reads_and_does_not_write()
    {
        var identity = AddIdentity();
        new GraphPermissions(sandbox.Host.Context).AllowReading(identity.ObjectId);
        var token = sandbox.Tenant.Tokens.Issue(identity, "https://graph.microsoft.com").Value;

        var (read, _) = await sandbox.GraphAsAsync(token, HttpMethod.Get, "applications");
        var (write, _) = await sandbox.GraphAsAsync(token, HttpMethod.Post, "applications", new { displayName = "x" });

        Assert.Equal(HttpStatusCode.OK, read);
        Assert.Equal(HttpStatusCode.Forbidden, write);
    }

    [Fact]
    public async Task Refusal_carries_the_ids_of_the_request()
    {
        var (_, body) = await sandbox.GraphAsync(HttpMethod.Get, "nothing/here");

        Assert.Equal("BadRequest", body.Code());
        Assert.True(Guid.TryParse(body["error"]?["innerError"]?["request-id"]?.GetValue<string>(), out _));
        Assert.NotNull(body["error"]?["innerError"]?["date"]);
    }

    private Provisioning.Sandbox.Entra.ServicePrincipal AddIdentity() => sandbox.Tenant.Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");
}
