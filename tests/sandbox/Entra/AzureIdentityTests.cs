using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Provisioning.Sandbox.Tests.Entra;

/// <summary>The credentials of Azure's own SDK sign in to the sandbox.</summary>
public sealed class AzureIdentityTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly TokenRequestContext ResourceManager = new(["https://management.azure.com/.default"]);

    [Fact]
    public async Task WorkloadIdentityCredential_signs_in_with_the_deployers_token_file()
    {
        var connection = sandbox.Host.Connection;
        var credential = new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
        {
            AuthorityHost = connection.Login,
            DisableInstanceDiscovery = true,
            TenantId = connection.TenantId.ToString(),
            ClientId = connection.Deployer.ClientId.ToString(),
            TokenFilePath = connection.Deployer.TokenFile,
            Transport = new HttpClientTransport(sandbox.Client),
        });

        var token = await credential.GetTokenAsync(ResourceManager, CancellationToken.None);

        var claims = new JsonWebToken(token.Token);
        Assert.Equal(connection.Deployer.ObjectId.ToString(), claims.GetClaim("oid").Value);
        Assert.Equal("https://management.azure.com", Assert.Single(claims.Audiences));
    }

    [Fact]
    public async Task ClientAssertionCredential_signs_in_with_a_minted_assertion()
    {
        var connection = sandbox.Host.Connection;
        var credential = new ClientAssertionCredential(
            connection.TenantId.ToString(),
            connection.Deployer.ClientId.ToString(),
            () => sandbox.Mint("developer", "developer:provisioner"),
            Options());

        var token = await credential.GetTokenAsync(ResourceManager, CancellationToken.None);

        Assert.Equal(connection.Deployer.ClientId.ToString(), new JsonWebToken(token.Token).GetClaim("appid").Value);
    }

    [Fact]
    public async Task ClientAssertionCredential_shows_entras_code_when_it_is_refused()
    {
        var connection = sandbox.Host.Connection;
        var credential = new ClientAssertionCredential(
            connection.TenantId.ToString(),
            connection.Deployer.ClientId.ToString(),
            () => sandbox.Mint("developer", "developer:somebody-else"),
            Options());

        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(() => credential.GetTokenAsync(ResourceManager, CancellationToken.None).AsTask());

        Assert.Contains("AADSTS700213", failure.InnerException?.Message, StringComparison.Ordinal);
    }

    private ClientAssertionCredentialOptions Options() => new()
    {
        AuthorityHost = sandbox.Host.Connection.Login,
        DisableInstanceDiscovery = true,
        Transport = new HttpClientTransport(sandbox.Client),
    };
}
