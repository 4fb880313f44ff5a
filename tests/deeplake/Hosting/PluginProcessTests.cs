using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Rpc;
using Provisioning.Providers.DeepLake.Hosting;
using Provisioning.Providers.DeepLake.Tests.Fakes;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Tests.Hosting;

/// <summary>The executable as engines start it, without the process around it.</summary>
public sealed class PluginProcessTests : IAsyncDisposable
{
    private readonly FakeEngine engine = new();
    private readonly PluginOutput output = new();
    private readonly StringWriter errors = new();
    private readonly CancellationTokenSource stop = new();

    [Fact]
    public async Task Plugin_PrintsItsPortAndNothingElse_AndServesThere()
    {
        await using var server = await ServeEngineAsync();
        var run = RunAsync(server.Address);
        await using var client = await ConnectAsync();

        var info = await client.GetPluginInfoAsync(CancellationToken.None);
        await stop.CancelAsync();

        Assert.Equal("0.1.0", info.Version);
        Assert.Equal(0, await run);
        Assert.Matches("^[0-9]+\n$", output.ToString());
        Assert.Empty(errors.ToString());
    }

    [Fact]
    public async Task Plugin_WhoseEngineHasGone_EndsWell()
    {
        var server = await ServeEngineAsync();
        await server.DisposeAsync();

        Assert.Equal(0, await RunAsync(server.Address));
    }

    [Fact]
    public async Task Plugin_ThatWasStartedByHand_WaitsForAnEngineAndEndsWithIt()
    {
        var server = await ServeEngineAsync();
        await server.DisposeAsync();
        var run = RunAsync();
        await using var client = await ConnectAsync();
        Assert.False(run.IsCompleted);

        await client.AttachAsync(new PluginAttach { Address = server.Address }, CancellationToken.None);

        Assert.Equal(0, await run);
    }

    [Fact]
    public async Task Plugin_WithoutAHandshake_IsConfiguredAndUsed()
    {
        var run = RunAsync();
        await using var client = await ConnectAsync();

        var configured = await client.ConfigureAsync(new ConfigureRequest(), CancellationToken.None);
        var check = await client.CheckAsync(
            new CheckRequest { Urn = ProviderBench.Urn, News = ProviderBench.Wire(ProviderBench.Inputs) }, CancellationToken.None);

        Assert.True(configured.AcceptSecrets);
        Assert.True(configured.SupportsPreview);
        Assert.Empty(check.Failures);
        await stop.CancelAsync();
        Assert.Equal(0, await run);
    }

    [Fact]
    public async Task Plugin_WithWrongArguments_SaysSoAndEnds()
    {
        Assert.Equal(2, await RunAsync("engine"));
        Assert.Contains("'engine' is not the address of an engine", errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task Messages_GoToTheEngineThatAttachedItselfLast()
    {
        await using var server = await ServeEngineAsync();
        using var link = new EngineLink(TimeSpan.FromSeconds(5), TimeProvider.System);
        await link.LogAsync(new LogRequest { Message = "to nobody" }, CancellationToken.None);
        link.Connect("127.0.0.1:1");
        await link.LogAsync(new LogRequest { Message = "to one that has gone" }, CancellationToken.None);
        link.Connect(server.Address);

        await link.LogAsync(new LogRequest { Message = "adopted", Urn = ProviderBench.Urn }, CancellationToken.None);

        var message = Assert.Single(engine.Log);
        Assert.Equal(("adopted", ProviderBench.Urn), (message.Message, message.Urn));
    }

    [Fact]
    public async Task Attach_OfAProviderInTheEnginesProcess_IsNotServed()
    {
        await using var bench = await ProviderBench.StartAsync();

        var refusal = await ProviderBench.FailureAsync(() => bench.Provider.AttachAsync(new PluginAttach(), CancellationToken.None));

        Assert.Equal(RpcStatusCode.Unimplemented, refusal.Code);
    }

    public ValueTask DisposeAsync()
    {
        stop.Dispose();
        output.Dispose();
        errors.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<GrpcServer> ServeEngineAsync() =>
        GrpcServer.StartAsync(new GrpcMethodTable().AddEngine(engine).AddHealth(), CancellationToken.None);

    private Task<int> RunAsync(params string[] arguments) =>
        PluginProcess.RunAsync(arguments, output, errors, _ => null, new JumpingClock(), stop.Token);

    private async Task<ResourceProviderClient> ConnectAsync() => new(GrpcChannel.ForAddress(await output.AddressAsync()));
}
