using System.Net;
using System.Net.Http.Json;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Tests.Entra;

public sealed class TrustedIssuersTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Registered_key_set_is_known_after_a_restart()
    {
        var key = """{"kty":"RSA","kid":"k","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB"}""";

        var status = await PutAsync($$"""{"keys":[{{key}}]}""");
        await sandbox.RestartAsync();

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Single(new IssuerKeys(sandbox.Host.Context).Find("https://kind.example/") ?? []);
        Assert.Null(new IssuerKeys(sandbox.Host.Context).Find("https://kind.example"));
    }

    [Fact]
    public async Task Document_that_is_no_key_set_is_refused() => Assert.Equal(HttpStatusCode.BadRequest, await PutAsync("no JSON"));

    private async Task<HttpStatusCode> PutAsync(string keySet)
    {
        var uri = new Uri(sandbox.Host.Connection.Admin, "_sandbox/trusted-issuers");
        using var response = await sandbox.Client.PutAsJsonAsync(uri, new { issuer = "https://kind.example/", keySet }, ReflectedJson.Options);
        return response.StatusCode;
    }
}
