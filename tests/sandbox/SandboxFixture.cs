using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Tests;

/// <summary>A sandbox that the tests of a class share, with a clock that they move and a client that trusts it.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    // Operations end at once, as nobody moves the clock while one runs; what spreads through the directory takes its time.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(300);

    private readonly TemporaryDirectory _directory = new();
    private SandboxHost? _host;
    private HttpClient? _client;

    internal ManualClock Clock { get; } = new();

    internal SandboxHost Host => _host ?? throw new InvalidOperationException("The sandbox has not started.");

    /// <summary>The tenant, seen past its HTTP interfaces.</summary>
    internal EntraTenant Tenant => EntraTenant.Open(Host.Context);

    internal HttpClient Client => _client ?? throw new InvalidOperationException("The sandbox has not started.");

    public async Task InitializeAsync()
    {
        _host = await StartAsync();
        _client = TrustingClient.Create(_host.Connection.CertificatePath);
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>Stops the sandbox and starts it on the same state.</summary>
    internal async Task RestartAsync()
    {
        await Host.DisposeAsync();
        _host = await StartAsync();
    }

    private Task<SandboxHost> StartAsync() => SandboxHost.StartAsync(
        new SandboxOptions
        {
            StateDirectory = System.IO.Path.Combine(_directory.Path, "state"),
            Clock = Clock,
            Delays = SandboxDelays.None with { PrincipalReplication = Delay, FederatedCredentialEffect = Delay },
        },
        CancellationToken.None);
}
