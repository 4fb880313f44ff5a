using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Provisioning.Protocol.Rpc;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Tests.Fakes;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Tests.Configuration;

public sealed class CredentialTests
{
    private const string TokenPath = "/tenant/oauth2/v2.0/token";
    private const string Token = """{"token_type":"Bearer","expires_in":3600,"access_token":"issued"}""";

    private static readonly Cloud Sandbox = new(
        new Uri("https://login.sandbox"), new Uri("https://arm.sandbox"), "https://arm.sandbox/.default", new Uri("https://graph.sandbox"), "api://exchange")
    {
        IsPrivate = true,
    };

    [Theory]
    [InlineData("the Azure CLI")]
    [InlineData("a managed identity", "useMsi=true")]
    [InlineData("a federated token", "useMsi=true", "useOidc=true", "tenantId=t", "clientId=c")]
    [InlineData("a client secret", "useOidc=true", "clientSecret=s", "tenantId=t", "clientId=c")]
    [InlineData("a client certificate", "clientSecret=s", "clientCertificatePath=p", "tenantId=t", "clientId=c")]
    [InlineData("the default credential chain", "clientSecret=s", "useDefaultAzureCredential=true")]
    public void The_first_way_that_is_configured_is_used(string expected, params string[] settings) =>
        Assert.Equal(expected, CredentialMethod.ChosenBy(Settings(settings)).Name);

    [Fact]
    public async Task A_client_secret_is_exchanged_for_a_token_at_the_clouds_authority()
    {
        var azure = new FakeAzure().On("POST", TokenPath, 200, Token);

        var token = await TokenOf(azure, "tenantId=tenant", "clientId=client", "clientSecret=secret");

        Assert.Equal("issued", token);
        var request = azure.Single("POST");
        Assert.Equal("login.sandbox", request.Headers["Host"]);
        Assert.Contains("client_secret=secret", request.Body);
        Assert.Contains("scope=https%3A%2F%2Farm.sandbox%2F.default", request.Body);
    }

    [Fact]
    public async Task A_federated_token_is_exchanged()
    {
        var azure = new FakeAzure().On("POST", TokenPath, 200, Token);

        await TokenOf(azure, "tenantId=tenant", "clientId=client", "useOidc=true", "oidcToken=assertion", "oidcTokenFilePath=/nowhere");

        Assert.Contains("client_assertion=assertion", azure.Single("POST").Body);
    }

    [Fact]
    public async Task A_federated_token_is_read_from_its_file()
    {
        var azure = new FakeAzure().On("POST", TokenPath, 200, Token);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "from-file");
            await TokenOf(azure, "tenantId=tenant", "clientId=client", "useOidc=true", $"oidcTokenFilePath={file}");
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Contains("client_assertion=from-file", azure.Single("POST").Body);
    }

    [Fact]
    public async Task A_federated_token_is_asked_of_the_pipeline_with_the_clouds_audience()
    {
        var azure = new FakeAzure()
            .On("GET", "/token", 200, """{"value":"from-pipeline"}""")
            .On("POST", TokenPath, 200, Token);

        await TokenOf(
            azure, "tenantId=tenant", "clientId=client", "useOidc=true", "oidcRequestUrl=https://pipelines.example/token?job=1", "oidcRequestToken=bearer");

        Assert.Contains("client_assertion=from-pipeline", azure.Single("POST").Body);
        Assert.Equal("?job=1&audience=api://exchange", azure.Single("GET").Query);
        Assert.Equal("Bearer bearer", azure.Single("GET").Headers["Authorization"]);
    }

    [Fact]
    public async Task A_pipeline_that_refuses_is_explained()
    {
        var azure = new FakeAzure().On("GET", "/token", 403);

        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(() => TokenOf(
            azure, "tenantId=tenant", "clientId=client", "useOidc=true", "oidcRequestUrl=https://pipelines.example/token?job=1", "oidcRequestToken=bearer"));

        Assert.Contains("id-token: write", failure.Message);
        Assert.DoesNotContain("bearer", failure.Message);
    }

    [Fact]
    public void A_federated_token_without_a_source_names_the_settings()
    {
        var settings = Settings("tenantId=tenant", "clientId=client", "useOidc=true");

        var failure = Assert.Throws<RpcException>(() =>
            CredentialMethod.ChosenBy(settings).Create(settings, Sandbox, new HttpClientTransport(new FakeAzure())));

        Assert.Contains("azure-native:oidcTokenFilePath", failure.Message);
        Assert.NotNull(failure.FindDetail<ConfigureErrorMissingKeys>());
    }

    [Fact]
    public void A_list_of_tenants_must_be_a_list()
    {
        var settings = Settings("auxiliaryTenantIds=not-json");

        var failure = Assert.Throws<RpcException>(() => settings.List(Setting.AuxiliaryTenantIds));

        Assert.Contains("azure-native:auxiliaryTenantIds must be a JSON list", failure.Message);
    }

    [Fact]
    public async Task A_sign_in_that_fails_is_reported_without_the_secret()
    {
        var azure = new FakeAzure();
        var provider = new AzureNativeProvider(new AzureProviderHost
        {
            Handler = azure,
            Environment = _ => null,
            Time = new AutoTime(),
            Random = new Random(1),
            Engine = new FakeEngine(),
        });
        azure
            .On("GET", "/metadata/endpoints", 200, """{"resourceManager":"https://arm.sandbox","microsoftGraphResourceId":"https://graph.sandbox","authentication":{"loginEndpoint":"https://login.sandbox","audiences":["https://arm.sandbox"]}}""")
            .On("POST", TokenPath, 401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}""");
        var request = new ConfigureRequest();
        foreach (var (key, value) in new[] { ("subscriptionId", "s"), ("tenantId", "tenant"), ("clientId", "client"), ("clientSecret", "hunter2"), ("metadataHost", "meta.sandbox") })
            request.Variables[$"azure-native:config:{key}"] = value;
        await provider.ConfigureAsync(request, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.ReadAsync(
            new ReadRequest { Id = Harness.Group, Urn = Harness.Urn(Types.Group) }, CancellationToken.None));

        Assert.Equal(RpcStatusCode.Unauthenticated, failure.Code);
        Assert.Contains("AADSTS7000215", failure.Message);
        Assert.DoesNotContain("hunter2", failure.Message);
    }

    private static async Task<string> TokenOf(FakeAzure azure, params string[] settings)
    {
        var read = Settings(settings);
        var credential = CredentialMethod.ChosenBy(read).Create(read, Sandbox, new HttpClientTransport(azure));
        return (await credential.GetTokenAsync(new TokenRequestContext([Sandbox.ResourceManagerScope]), CancellationToken.None)).Token;
    }

    private static ProviderSettings Settings(params string[] settings)
    {
        var request = new ConfigureRequest();
        foreach (var setting in settings)
            request.Variables["azure-native:config:" + setting.Split('=', 2)[0]] = setting.Split('=', 2)[1];
        return ProviderSettings.Read("azure-native", request, _ => null);
    }
}
