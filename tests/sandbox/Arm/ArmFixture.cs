using System.Text.Json.Nodes;
using Provisioning.Sandbox.Oidc;

namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>A sandbox without delays that the tests of a class share, and its deployer.</summary>
public class ArmFixture : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<HttpClient> _clients = [];
    private SandboxHost? _host;
    private int _groups;

    internal ManualClock Clock { get; } = new();

    internal SandboxHost Host => _host ?? throw new InvalidOperationException("The sandbox has not started.");

    internal ArmCaller Deployer { get; private set; } = null!;

    internal string Subscription => $"/subscriptions/{Host.Connection.SubscriptionId}";

    protected virtual SandboxDelays Delays => SandboxDelays.None;

    protected virtual SandboxThrottling Throttling => SandboxThrottling.Generous;

    public Task InitializeAsync() => StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await Host.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>Stops the sandbox and starts it on the same state.</summary>
    internal async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await StartAsync();
    }

    internal ArmCaller CallerWith(string? token) => new(Client(), Host.Connection.ResourceManager, token);

    /// <summary>A client that trusts the sandbox.</summary>
    internal HttpClient Client()
    {
        var client = TrustingClient.Create(Host.Connection.CertificatePath);
        _clients.Add(client);
        return client;
    }

    /// <summary>A token for a client that trusts one of the sandbox's issuers.</summary>
    internal async Task<string> TokenAsync(string clientId, string issuer, string subject, string scope = "https://management.azure.com/.default")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = Host.Context.Issuers.Get(issuer).Issue(OidcToken.ValidFor(TimeSpan.FromHours(1), subject, "api://AzureADTokenExchange", Host.Context)),
            ["scope"] = scope,
        });
        var address = new Uri(Host.Connection.Login, $"{Host.Connection.TenantId}/oauth2/v2.0/token");
        using var response = await Client().PostAsync(address, form);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        return body?["access_token"]?.ToString() ?? throw new InvalidOperationException($"No token: {body?.ToJsonString()}");
    }

    /// <summary>Makes a resource group that no other test has.</summary>
    internal async Task<string> GroupAsync()
    {
        var group = $"{Subscription}/resourceGroups/rg{Interlocked.Increment(ref _groups)}";
        (await Deployer.PutAsync(group, """{ "location": "westeurope" }""")).Expect(201);
        return group;
    }

    /// <summary>Makes a user-assigned identity.</summary>
    internal async Task<TestIdentity> IdentityAsync(string group, string name = "id-one")
    {
        var id = $"{group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}";
        var reply = (await Deployer.PutAsync(id, """{ "location": "westeurope" }""")).Expect(201);
        return new TestIdentity(id, reply.Property("principalId") ?? "", reply.Property("clientId") ?? "");
    }

    /// <summary>Signs in as a user-assigned identity, by a federated credential made for this.</summary>
    internal async Task<ArmCaller> SignInAsync(TestIdentity identity)
    {
        var issuer = Host.Context.Issuers.Get("tests").Issuer;
        var body = $$"""{ "properties": { "issuer": "{{issuer}}", "subject": "tester", "audiences": ["api://AzureADTokenExchange"] } }""";
        (await Deployer.PutAsync($"{identity.Id}/federatedIdentityCredentials/tests", body)).Expect(201);
        return CallerWith(await TokenAsync(identity.ClientId, "tests", "tester"));
    }

    /// <summary>Gives a principal a built-in role at a scope.</summary>
    internal async Task<string> AssignAsync(string scope, string principalId, string role)
    {
        var id = $"{scope}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}";
        (await Deployer.PutAsync(id, RoleAssignment(principalId, role))).Expect(201);
        return id;
    }

    internal string RoleAssignment(string principalId, string role, string? principalType = "ServicePrincipal")
    {
        var properties = new JsonObject
        {
            ["roleDefinitionId"] = $"{Subscription}/providers/Microsoft.Authorization/roleDefinitions/{role}",
            ["principalId"] = principalId,
        };
        if (principalType is not null)
            properties["principalType"] = principalType;
        return new JsonObject { ["properties"] = properties }.ToJsonString();
    }

    private async Task StartAsync()
    {
        _host = await SandboxHost.StartAsync(
            new SandboxOptions
            {
                StateDirectory = System.IO.Path.Combine(_directory.Path, "state"),
                Clock = Clock,
                Delays = Delays,
                Throttling = Throttling,
            },
            CancellationToken.None);
        Deployer = CallerWith(await TokenAsync(Host.Connection.Deployer.ClientId.ToString(), "developer", "developer:provisioner"));
    }
}
