using Provisioning.Protocol.Rpc;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;
using static Provisioning.Providers.Azure.Tests.Graph.TestDirectory;

namespace Provisioning.Providers.Azure.Tests.Graph;

public sealed class ServicePrincipalTests
{
    [Theory]
    [InlineData(400, "Request_BadRequest")]
    [InlineData(403, "Authorization_RequestDenied")]
    public async Task A_principal_waits_for_an_application_that_was_made_a_moment_ago(int status, string code)
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("POST", "/v1.0/applications", 201, AppBody)
            .On("GET", AppPath, 200, AppBody)
            .On("POST", "/v1.0/servicePrincipals", status, FakeAzure.Error(code))
            .On("POST", "/v1.0/servicePrincipals", 201, """{"id":"spid","appId":"client"}""")
            .On("GET", PrincipalPath, 200, """{"id":"spid","appId":"client","servicePrincipalType":"Application"}""");
        await harness.CreateAsync(App, Map("""{"displayName":"trainer"}"""));

        var (id, outputs) = await harness.CreateAsync(Principal, Map("""{"clientId":"client"}"""));

        Assert.Equal("/servicePrincipals/spid", id);
        Assert.Equal("Application", outputs.TextAt("type"));
    }

    [Fact]
    public async Task A_principal_without_a_fresh_application_fails_at_once()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("POST", "/v1.0/servicePrincipals", 400, FakeAzure.Error("Request_BadRequest"));

        var failure = await FailsAsync(() => harness.CreateAsync(Principal, Map("""{"clientId":"client"}""")));

        Assert.Equal(RpcStatusCode.InvalidArgument, failure.Code);
        Assert.Empty(harness.Time.Waits);
    }

    [Fact]
    public async Task A_principal_that_exists_is_an_error()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", ByAppId, 200, """{"id":"spid","appId":"client"}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Principal, Map("""{"clientId":"client"}""")));

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.Contains("/servicePrincipals/spid", failure.Message);
    }

    [Fact]
    public async Task A_principal_that_exists_is_taken_over_when_the_program_asks()
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("GET", ByAppId, 200, """{"id":"spid","appId":"client"}""")
            .On("PATCH", PrincipalPath, 204)
            .On("GET", PrincipalPath, 200, """{"id":"spid","appId":"client","notes":"n"}""");

        var (id, outputs) = await harness.CreateAsync(Principal, Map("""{"clientId":"client","useExisting":true,"notes":"n"}"""));

        Assert.Equal("/servicePrincipals/spid", id);
        Assert.Equal("n", outputs.TextAt("notes"));
        Assert.Equal("""{"notes":"n"}""", harness.Azure.Single("PATCH").Body);
    }
}
