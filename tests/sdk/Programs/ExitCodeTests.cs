using Provisioning.Protocol.Rpc;
using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Programs;

/// <summary>How programs end.</summary>
public sealed class ExitCodeTests
{
    [Fact]
    public async Task Success_Exits0AfterTheSignal()
    {
        var host = new Host();

        Assert.Equal(0, await host.RunAsync(() => { _ = new Thing("t"); }));
        Assert.Equal(1, host.Monitor.Signals);
    }

    [Fact]
    public async Task RunException_Exits32WithItsMessageAlone()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunAsync(() => throw new RunException("Set the region.")));
        Assert.Equal(["Set the region."], host.Engine.Errors);
        Assert.Equal(0, host.Monitor.Signals);
    }

    [Fact]
    public async Task UnhandledException_Exits32WithItsStack()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunAsync(() => throw new FormatException("odd")));
        var error = Assert.Single(host.Engine.Errors);
        Assert.Contains("unhandled", error, StringComparison.Ordinal);
        Assert.Contains("System.FormatException: odd", error, StringComparison.Ordinal);
        Assert.Contains(nameof(UnhandledException_Exits32WithItsStack), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResourceException_Exits32AttachedToTheResource()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunAsync(() => throw new ResourceException("Too small.", new Thing("t"), hideStack: true)));
        var error = Assert.Single(host.Engine.Logged);
        Assert.Equal("Too small.", error.Message);
        Assert.EndsWith("::t", error.Urn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogError_Exits1AndResourcesAreStillRegistered()
    {
        var host = new Host();

        Assert.Equal(1, await host.RunAsync(() =>
        {
            Log.Error("noticed");
            _ = new Thing("t");
        }));
        Assert.NotNull(host.Monitor.Registration("t"));
        Assert.Equal(0, host.Monitor.Signals);
    }

    [Fact]
    public async Task LogThatCannotBeDelivered_Exits1()
    {
        var host = new Host { Engine = new() { OnLog = _ => throw new IOException("gone") } };

        Assert.Equal(1, await host.RunAsync(() => Log.Info("hello")));
    }

    [Fact]
    public async Task FailedOutput_ThatNobodyReads_Exits32()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunAsync(() => { Output.Create("x").Apply(text => int.Parse(text, null)); }));
    }

    [Fact]
    public async Task FailedInput_FailsTheResourceAndIsReportedOnce()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunAsync(() => { _ = new Thing("t", new() { Name = Output.Create(Task.FromException<string>(new RunException("no name"))) }); }));
        Assert.Equal(["no name"], host.Engine.Errors);
        Assert.DoesNotContain(host.Monitor.All<RegisterResourceRequest>(), request => request.Name == "t");
    }

    [Fact]
    public async Task FirstFailure_EndsTheProgramWithoutWaitingForOthers()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunAsync(() =>
        {
            _ = Output.Create(new TaskCompletionSource<int>().Task);
            throw new RunException("now");
        }));
    }

    [Theory]
    [InlineData(RpcStatusCode.Unavailable)]
    [InlineData(RpcStatusCode.Cancelled)]
    public async Task EngineThatStoppedTheDeployment_Exits32Quietly(RpcStatusCode code)
    {
        var host = new Host { Monitor = new() { OnRegister = (_, _) => throw new RpcException(code, "shut down", []) } };

        Assert.Equal(32, await host.RunAsync(() => { _ = new Thing("t"); }));
        Assert.Empty(host.Engine.Errors);
    }

    [Fact]
    public async Task EngineThatRejectsARegistration_IsReportedWithTheResourceAndWithoutStack()
    {
        var host = new Host
        {
            Monitor = new()
            {
                OnRegister = (request, usual) => request.Custom ? throw new RpcException(RpcStatusCode.InvalidArgument, "bad size", []) : Task.FromResult(usual),
            },
        };

        Assert.Equal(32, await host.RunAsync(() => { _ = new Thing("t"); }));
        Assert.Equal(["The engine rejected 't' (pkg:index:Thing): bad size"], host.Engine.Errors);
    }

    [Fact]
    public async Task EngineWithoutTheSignal_Exits0()
    {
        var host = new Host { Monitor = new() { OnSignal = () => throw new RpcException(RpcStatusCode.Unimplemented, "", []) } };

        Assert.Equal(0, await host.RunAsync(() => { }));
    }

    [Fact]
    public async Task EngineThatCannotFinish_IsReportedAndExits32()
    {
        var host = new Host { Monitor = new() { OnSignal = () => throw new RpcException(RpcStatusCode.Unknown, "already waiting", []) } };

        Assert.Equal(32, await host.RunAsync(() => { }));
        Assert.Equal(["The engine could not finish the deployment: already waiting"], host.Engine.Errors);
    }

    [Fact]
    public async Task EngineThatStopsDuringTheSignal_Exits32Quietly()
    {
        var host = new Host { Monitor = new() { OnSignal = () => throw new RpcException(RpcStatusCode.Unavailable, "", []) } };

        Assert.Equal(32, await host.RunAsync(() => { }));
        Assert.Empty(host.Engine.Errors);
    }

    [Fact]
    public async Task Cancellation_Exits32Quietly()
    {
        using var cancellation = new CancellationTokenSource();
        var host = new Host();

        var code = await host.RunMainAsync(
            () => Deployment.RunAsync(() =>
            {
                cancellation.Cancel();
                _ = new Thing("t");
            }),
            cancellation.Token);

        Assert.Equal(32, code);
        Assert.Empty(host.Engine.Errors);
    }

    [Fact]
    public async Task Cancellation_EndsAProgramThatWaitsForSomethingElse()
    {
        using var cancellation = new CancellationTokenSource();
        var run = new Host().RunMainAsync(
            () => Deployment.RunAsync(() => { Output.Create(new TaskCompletionSource<int>().Task); }),
            cancellation.Token);

        await cancellation.CancelAsync();

        Assert.Equal(32, await run);
    }

    [Fact]
    public async Task RunAsync_WaitsForWorkThatOutputsStart()
    {
        var host = new Host();

        Assert.Equal(0, await host.RunAsync(() =>
        {
            Output.Create(Task.Run(async () =>
            {
                await Task.Yield();
                return "n";
            })).Apply(name => new Thing(name).Id);
        }));
        Assert.NotNull(host.Monitor.Registration("n"));
    }

    [Fact]
    public async Task RequirePulumiVersion_OutsideTheRange_FailsTheProgram()
    {
        var host = new Host { Engine = new() { OnRequireVersion = range => throw new RpcException(RpcStatusCode.FailedPrecondition, $"not in {range}", []) } };

        Assert.Equal(32, await host.RunAsync(() => Deployment.RequirePulumiVersionAsync(">=99")));
        Assert.Contains("not in >=99", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }
}
