using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Provisioning.Sandbox;

namespace Provisioning.Verification.Tests.Probes;

/// <summary>A sandbox without delays that the tests of a class share, with what its deployer can do for them.</summary>
public sealed class ProbeFixture : IAsyncLifetime
{
    private const string Audience = "api://AzureADTokenExchange";
    private const string Issuer = "developer";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("probes-");
    private SandboxHost? _host;
    private HttpClient? _client;
    private int _count;

    internal SandboxHost Host => _host ?? throw new InvalidOperationException("The sandbox has not started.");

    /// <summary>Trusts the sandbox; knows every host but those below <c>invalid</c>.</summary>
    internal HttpPipelineTransport Transport => new HttpClientTransport(Client);

    internal HttpClient Client => _client ?? throw new InvalidOperationException("The sandbox has not started.");

    internal TokenCredential Deployer { get; private set; } = null!;

    internal string Subscription => $"/subscriptions/{Host.Connection.SubscriptionId}";

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(
            new SandboxOptions { StateDirectory = Path.Combine(_directory.FullName, "state"), Delays = SandboxDelays.None }, CancellationToken.None);
        _client = new HttpClient(Handler(X509CertificateLoader.LoadCertificateFromFile(_host.Connection.CertificatePath)));
        Deployer = CredentialOf(_host.Connection.Deployer.ClientId.ToString(), "developer:provisioner");
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await Host.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    /// <summary>A port on which nobody listens.</summary>
    internal static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A name that no other test has.</summary>
    internal string Name(string prefix) => $"{prefix}{Interlocked.Increment(ref _count)}";

    internal async Task<string> GroupAsync()
    {
        var group = $"{Subscription}/resourceGroups/{Name("rg")}";
        await PutAsync(group, "2024-03-01", """{ "location": "westeurope" }""");
        return group;
    }

    /// <summary>An identity that may do nothing until it gets a role.</summary>
    internal async Task<ProbePrincipal> PrincipalAsync()
    {
        var id = $"{await GroupAsync()}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-worker";
        var identity = await PutAsync(id, "2023-01-31", """{ "location": "westeurope" }""");
        await PutAsync($"{id}/federatedIdentityCredentials/tests", "2023-01-31", $$"""
            { "properties": { "issuer": "{{Host.Connection.Admin}}oidc/{{Issuer}}", "subject": "tester", "audiences": ["{{Audience}}"] } }
            """);
        var clientId = $"{identity["properties"]?["clientId"]}";
        return new ProbePrincipal($"{identity["properties"]?["principalId"]}", clientId, CredentialOf(clientId, "tester"));
    }

    /// <summary>An identity with a role at a scope.</summary>
    internal async Task<ProbePrincipal> PrincipalAsync(string scope, string role)
    {
        var principal = await PrincipalAsync();
        await AssignAsync(scope, principal, role);
        return principal;
    }

    internal Task<JsonNode> AssignAsync(string scope, ProbePrincipal principal, string role) =>
        PutAsync($"{scope}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}", "2022-04-01", $$"""
            { "properties": { "roleDefinitionId": "{{Subscription}}/providers/Microsoft.Authorization/roleDefinitions/{{role}}",
              "principalId": "{{principal.ObjectId}}", "principalType": "ServicePrincipal" } }
            """);

    /// <summary>Puts a resource as the deployer and returns how it ends up.</summary>
    internal async Task<JsonNode> PutAsync(string id, string version, string body)
    {
        var scope = "https://management.azure.com/.default";
        using var put = await SendAsync(HttpMethod.Put, new Uri(Host.Connection.ResourceManager, $"{id}?api-version={version}"), Deployer, scope, body);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        using var get = await SendAsync(HttpMethod.Get, new Uri(Host.Connection.ResourceManager, $"{id}?api-version={version}"), Deployer, scope);
        return await get.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>() ?? throw new InvalidOperationException($"'{id}' is empty.");
    }

    /// <summary>Sends a request with somebody's token.</summary>
    internal async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri address, TokenCredential credential, string scope, string? body = null, params (string Name, string Value)[] headers)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), CancellationToken.None);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Client.SendAsync(request);
    }

    private ClientAssertionCredential CredentialOf(string clientId, string subject) => new(
        Host.Connection.TenantId.ToString(),
        clientId,
        async _ => $"{(await MintAsync(subject))?["token"]}",
        new ClientAssertionCredentialOptions
        {
            AuthorityHost = Host.Connection.Login,
            DisableInstanceDiscovery = true,
            Transport = Transport,
        });

    private async Task<JsonNode?> MintAsync(string subject)
    {
        using var response = await Client.PostAsJsonAsync(
            new Uri(Host.Connection.Admin, "_sandbox/oidc/tokens"), new { issuer = $"{Host.Connection.Admin}oidc/{Issuer}", subject, audience = Audience });
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>();
    }

    private static SocketsHttpHandler Handler(X509Certificate2 authority) => new()
    {
        // Names below localhost are this machine, whether or not the resolver knows it.
        ConnectCallback = async (context, cancellationToken) =>
        {
            if (context.DnsEndPoint.Host.EndsWith(".invalid", StringComparison.Ordinal))
                throw new SocketException((int)SocketError.HostNotFound);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };
}
