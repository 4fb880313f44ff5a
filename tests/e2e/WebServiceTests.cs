using System.Net;

namespace Provisioning.EndToEnd.Tests;

/// <summary>
/// What a pod can read by the identity that its service account is trusted for. Nothing has been written, so whoever may read is told
/// that there is nothing.
/// </summary>
public sealed class WebServiceTests(DeployedWebService service) : IClassFixture<DeployedWebService>
{
    private const string Account = "web-service";

    [Theory]
    [InlineData("models", HttpStatusCode.NotFound)]
    [InlineData("customers", HttpStatusCode.Forbidden)]
    public async Task Pod_reads_the_blobs_of_its_container_alone(string container, HttpStatusCode expected)
    {
        var token = await service.TokenAsync(Account, "https://storage.azure.com/.default");

        Assert.Equal(expected, await service.Cloud.ReadAsync(await service.BlobAsync(container), token));
    }

    [Theory]
    [InlineData("sample-secret", HttpStatusCode.NotFound)]
    [InlineData("another-secret", HttpStatusCode.Forbidden)]
    public async Task Pod_reads_its_secret_alone(string secret, HttpStatusCode expected)
    {
        var token = await service.TokenAsync(Account, "https://vault.azure.net/.default");

        Assert.Equal(expected, await service.Cloud.ReadAsync(await service.SecretAsync(secret), token));
    }

    [Fact]
    public async Task Pod_of_another_service_account_is_not_trusted() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => service.TokenAsync("default", "https://storage.azure.com/.default"));
}
