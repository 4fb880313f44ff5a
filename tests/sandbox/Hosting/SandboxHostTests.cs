using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Text.Json;
using Provisioning.Sandbox.Faults;

namespace Provisioning.Sandbox.Tests.Hosting;

public sealed class SandboxHostTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Every_endpoint_listens_on_loopback_only()
    {
        await using var host = await StartAsync();
        var ports = new[] { host.Connection.Admin, host.Connection.Login, host.Connection.ResourceManager, host.Connection.Graph, host.Connection.DeepLake, host.Connection.Identity }
            .Select(uri => uri.Port)
            .ToHashSet();

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(point => ports.Contains(point.Port)).ToList();

        Assert.Equal(6, ports.Count);
        Assert.Equal(ports, listeners.Select(point => point.Port).ToHashSet());
        Assert.All(listeners, point => Assert.True(IPAddress.IsLoopback(point.Address), point.ToString()));
    }

    [Fact]
    public async Task Clients_that_trust_the_authority_reach_it_by_name_and_by_address()
    {
        await using var host = await StartAsync();
        using var client = TrustingClient.Create(host.Connection.CertificatePath);

        foreach (var name in new[] { "localhost", "127.0.0.1" })
        {
            var address = new UriBuilder(host.Connection.Admin) { Host = name, Path = "_sandbox/health" }.Uri;
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task Clients_that_do_not_trust_the_authority_are_refused_by_their_own_check()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(host.Connection.Admin, "_sandbox/health")));
    }

    [Fact]
    public async Task Keys_and_state_are_readable_by_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using var host = await StartAsync();
        var state = Path.Combine(_directory.Path, "state");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(state));
        foreach (var file in Directory.GetFiles(state))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Contains(Path.Combine(state, "ca.key"), Directory.GetFiles(state));
    }

    [Fact]
    public async Task Ports_authority_and_deployer_are_the_same_after_a_restart()
    {
        SandboxConnection first;
        await using (var host = await StartAsync())
            first = host.Connection;
        var authority = await File.ReadAllTextAsync(first.CertificatePath);

        await using var again = await StartAsync();

        Assert.Equal(first, again.Connection);
        Assert.Equal(authority, await File.ReadAllTextAsync(again.Connection.CertificatePath));
    }

    [Fact]
    public async Task Second_sandbox_on_a_state_directory_is_refused_and_can_attach()
    {
        await using var host = await StartAsync();

        await Assert.ThrowsAsync<SandboxAlreadyRunningException>(() => StartAsync());

        var found = await SandboxConnection.FindRunningAsync(Path.Combine(_directory.Path, "state"), CancellationToken.None);
        Assert.Equal(host.Connection, found);
    }

    [Fact]
    public async Task No_sandbox_is_found_after_it_stopped()
    {
        await using (await StartAsync())
        {
        }

        Assert.Null(await SandboxConnection.FindRunningAsync(Path.Combine(_directory.Path, "state"), CancellationToken.None));
    }

    [Fact]
    public async Task Torn_last_line_of_the_world_does_not_stop_a_start()
    {
        SandboxConnection first;
        await using (var host = await StartAsync())
            first = host.Connection;
        await File.AppendAllTextAsync(Path.Combine(_directory.Path, "state", "world.jsonl"), "{\"table\":\"ports\",\"key\":\"Gra");

        await using var again = await StartAsync();

        Assert.Equal(first.Graph, again.Connection.Graph);
    }

    [Fact]
    public async Task Urls_of_the_environment_do_not_matter()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://0.0.0.0:5999");
        try
        {
            await using var host = await StartAsync();
            Assert.DoesNotContain(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), point => point.Port == 5999);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
        }
    }

    [Fact]
    public async Task Deployer_token_is_signed_by_the_published_key_of_the_developer_issuer()
    {
        await using var host = await StartAsync();
        using var client = TrustingClient.Create(host.Connection.CertificatePath);

        var discovery = await client.GetFromJsonAsync<JsonElement>(
            new Uri(host.Connection.Admin, "oidc/developer/.well-known/openid-configuration"), ReflectedJson.Options);
        var keys = await client.GetStringAsync(discovery.GetProperty("jwks_uri").GetString());
        var token = await File.ReadAllTextAsync(host.Connection.Deployer.TokenFile);

        var result = await new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
            {
                ValidIssuer = discovery.GetProperty("issuer").GetString(),
                ValidAudience = "api://AzureADTokenExchange",
                IssuerSigningKeys = new Microsoft.IdentityModel.Tokens.JsonWebKeySet(keys).GetSigningKeys(),
            });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("developer:provisioner", result.Claims["sub"]);
    }

    [Fact]
    public async Task Connection_is_cut_when_a_rule_says_so()
    {
        await using var host = await StartAsync();
        using var client = TrustingClient.Create(host.Connection.CertificatePath);
        host.SetFaults([new FaultRule { Kind = FaultKind.ResetBefore, Path = "/graphless" }]);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(host.Connection.Graph, "graphless")));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri(host.Connection.Graph, "graphless"))).StatusCode);
    }

    private Task<SandboxHost> StartAsync() => SandboxHost.StartAsync(
        new SandboxOptions { StateDirectory = Path.Combine(_directory.Path, "state"), Clock = new ManualClock(), Delays = SandboxDelays.None },
        CancellationToken.None);
}
