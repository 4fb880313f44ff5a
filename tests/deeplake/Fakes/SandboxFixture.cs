using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Provisioning.Sandbox;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Tests.Fakes;

/// <summary>A running sandbox, whose Deep Lake answers as the real one does.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("deeplake-");
    private SandboxHost? host;
    private SocketsHttpHandler? handler;

    public SandboxHost Host => host ?? throw new InvalidOperationException("The sandbox has not started.");

    public SandboxConnection Connection => Host.Connection;

    public static string Organization => SandboxOptions.DefaultDeepLakeOrganizationId.ToString();

    private SocketsHttpHandler Handler => handler ?? throw new InvalidOperationException("The sandbox has not started.");

    public async Task InitializeAsync()
    {
        host = await SandboxHost.StartAsync(
            new SandboxOptions { StateDirectory = Path.Combine(directory.FullName, "state"), Delays = SandboxDelays.None }, CancellationToken.None);
        handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(Connection.CertificatePath) },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
    }

    public async Task DisposeAsync()
    {
        handler?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        directory.Delete(recursive: true);
    }

    /// <summary>A provider for the sandbox, configured by the environment alone.</summary>
    internal async Task<DeepLakeProvider> StartProviderAsync()
    {
        var token = await File.ReadAllTextAsync(Connection.DeepLakeTokenFile);
        var provider = new DeepLakeProvider(new DeepLakeProviderHost
        {
            Handler = Handler,
            Environment = name => name switch
            {
                "DEEPLAKE_API_URL" => Connection.DeepLake.AbsoluteUri,
                "DEEPLAKE_API_KEY" => token,
                _ => null,
            },
            Time = new JumpingClock(),
            Engine = new FakeEngine(),
        });
        await provider.ConfigureAsync(new ConfigureRequest(), CancellationToken.None);
        return provider;
    }

    /// <summary>An Azure token of the deployer for ARM.</summary>
    internal async Task<string> SignInAsync()
    {
        using var client = new HttpClient(Handler, disposeHandler: false);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Connection.Deployer.ClientId.ToString(),
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = await File.ReadAllTextAsync(Connection.Deployer.TokenFile),
            ["scope"] = "https://management.azure.com/.default",
        });
        using var response = await client.PostAsync(new Uri(Connection.Login, $"{Connection.TenantId}/oauth2/v2.0/token"), form);
        var body = await response.Content.ReadFromJsonAsync<JsonObject>();
        return body?["access_token"]?.GetValue<string>() ?? throw new InvalidOperationException($"The sign-in failed: {body}");
    }

    /// <summary>Reads the workspaces of Deep Lake by an Azure token.</summary>
    internal async Task<HttpStatusCode> ReadWorkspacesAsync(string token)
    {
        using var client = new HttpClient(Handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Connection.DeepLake, "workspaces"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Sets how Deep Lake answers where its documentation is silent.</summary>
    internal async Task SetQuirksAsync(object quirks)
    {
        using var client = new HttpClient(Handler, disposeHandler: false);
        using var response = await client.PutAsJsonAsync(new Uri(Connection.Admin, "_sandbox/deeplake/quirks"), quirks);
        response.EnsureSuccessStatusCode();
    }
}
