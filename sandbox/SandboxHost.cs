using Provisioning.Sandbox.Certificates;
using Provisioning.Sandbox.Faults;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Oidc;
using Provisioning.Sandbox.Requests;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox;

/// <summary>A running sandbox: Azure Resource Manager, Entra, Graph and Deep Lake on loopback ports, with a world that outlives it.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts;

    private SandboxHost(SandboxConnection connection, SandboxContext context, Stack<IAsyncDisposable> parts)
    {
        Connection = connection;
        Context = context;
        _parts = parts;
    }

    /// <summary>How to reach the sandbox.</summary>
    public SandboxConnection Connection { get; }

    /// <summary>What clients asked of it.</summary>
    public IRequestLog Requests => Context.Requests;

    /// <summary>What the services share.</summary>
    internal SandboxContext Context { get; }

    /// <summary>Replaces the faults in force and begins to count requests anew.</summary>
    public void SetFaults(IReadOnlyList<FaultRule> rules) => Context.Faults.Set(rules);

    /// <summary>Starts a sandbox and returns when all its endpoints listen.</summary>
    /// <param name="options">Where it lives and how it behaves.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="SandboxAlreadyRunningException">Another process serves the state directory.</exception>
    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var parts = new Stack<IAsyncDisposable>();
        try
        {
            var directory = StateDirectory.Hold(options.StateDirectory);
            parts.Push(new Disposal(directory));
            var world = SandboxWorld.Open(directory);
            parts.Push(world);
            var ports = HoldPorts(world);
            foreach (var port in ports.Values)
                parts.Push(new Disposal(port));

            var context = CreateContext(options, directory, world, ports);
            parts.Push(context.Requests);
            parts.Push(new DeployerTokenFile(directory, context));

            var authority = CertificateAuthority.Open(directory, TimeProvider.System);
            var certificates = new ServerCertificates(authority);
            parts.Push(new Disposal(certificates));
            await ServeAsync(context, ports, certificates, parts, cancellationToken);

            var connection = Connect(context, authority.CertificatePath);
            directory.WriteJson(StateDirectory.ConnectionFile(directory.Root), connection);
            return new SandboxHost(connection, context, parts);
        }
        catch
        {
            await DisposeAsync(parts);
            throw;
        }
    }

    /// <summary>Stops listening, writes what the world holds, and gives the state directory free.</summary>
    public ValueTask DisposeAsync() => DisposeAsync(_parts);

    private static async ValueTask DisposeAsync(Stack<IAsyncDisposable> parts)
    {
        while (parts.TryPop(out var part))
            await part.DisposeAsync();
    }

    private static Dictionary<SandboxEndpoint, LoopbackPort> HoldPorts(SandboxWorld world)
    {
        var numbers = world.Table<StoredPort>("ports");
        var ports = new Dictionary<SandboxEndpoint, LoopbackPort>();
        foreach (var endpoint in Enum.GetValues<SandboxEndpoint>())
        {
            var port = LoopbackPort.Hold(
                numbers.Find(endpoint.ToString())?.Number, endpoint is SandboxEndpoint.Identity ? Uri.UriSchemeHttp : Uri.UriSchemeHttps);
            ports.Add(endpoint, port);
            numbers.Put(endpoint.ToString(), new StoredPort(port.Number));
        }

        return ports;
    }

    private static SandboxContext CreateContext(
        SandboxOptions options,
        StateDirectory directory,
        SandboxWorld world,
        Dictionary<SandboxEndpoint, LoopbackPort> ports)
    {
        var runs = world.Table<StoredRuns>("runs");
        var run = (runs.Find("runs")?.Count ?? 0) + 1;
        runs.Put("runs", new StoredRuns(run));

        var random = new SandboxRandom(options.Seed, run);
        var deployers = world.Table<StoredDeployer>("deployer");
        deployers.TryAdd("deployer", new StoredDeployer(random.NewGuid(), random.NewGuid()));
        var deployer = deployers.Find("deployer") ?? throw new InvalidDataException("The sandbox's world has no deployer.");

        return new SandboxContext
        {
            Options = options,
            World = world,
            Random = random,
            Endpoints = ports.ToDictionary(port => port.Key, port => port.Value.Address),
            Issuers = new OidcIssuers(world, ports[SandboxEndpoint.Admin].Address),
            Deployer = new SandboxDeployer(deployer.ClientId, deployer.ObjectId, directory.PathOf("deployer.jwt")),
            Requests = new RequestLog(directory),
            Faults = new FaultRules(options, random),
        };
    }

    private static async Task ServeAsync(
        SandboxContext context,
        Dictionary<SandboxEndpoint, LoopbackPort> ports,
        ServerCertificates certificates,
        Stack<IAsyncDisposable> parts,
        CancellationToken cancellationToken)
    {
        var services = SandboxServices.Create(context).ToLookup(service => service.Endpoint);
        foreach (var (endpoint, port) in ports)
        {
            var server = await EndpointServer.StartAsync(
                endpoint, port, certificates, context, [.. services[endpoint]], cancellationToken);
            parts.Push(server);
        }
    }

    private static SandboxConnection Connect(SandboxContext context, string certificatePath) => new()
    {
        TenantId = context.Options.TenantId,
        SubscriptionId = context.Options.SubscriptionId,
        Login = context.AddressOf(SandboxEndpoint.Login),
        ResourceManager = context.AddressOf(SandboxEndpoint.ResourceManager),
        Graph = context.AddressOf(SandboxEndpoint.Graph),
        Vault = context.AddressOf(SandboxEndpoint.Vault),
        DeepLake = context.AddressOf(SandboxEndpoint.DeepLake),
        DeepLakeTokenFile = SandboxConnection.DeepLakeTokenPath(context.Options.StateDirectory),
        Identity = context.AddressOf(SandboxEndpoint.Identity),
        Admin = context.AddressOf(SandboxEndpoint.Admin),
        CertificatePath = certificatePath,
        Deployer = context.Deployer,
        ProcessId = Environment.ProcessId,
    };

    internal sealed record StoredPort(int Number);

    internal sealed record StoredRuns(int Count);

    internal sealed record StoredDeployer(Guid ClientId, Guid ObjectId);

    private sealed class Disposal(IDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
