using Provisioning.Engine.Events;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>What programs can ask of the engine besides resources.</summary>
public sealed class MonitorTests
{
    private readonly TestStack stack = new();

    [Theory]
    [InlineData("secrets", true)]
    [InlineData("resourceReferences", true)]
    [InlineData("outputValues", true)]
    [InlineData("aliasSpecs", true)]
    [InlineData("deletedWith", true)]
    [InlineData("replacementTrigger", true)]
    [InlineData("replaceWith", true)]
    [InlineData("transforms", true)]
    [InlineData("invokeTransforms", true)]
    [InlineData("parameterization", true)]
    [InlineData("resourceHooks", true)]
    [InlineData("errorHooks", true)]
    [InlineData("sendsOptionsToHooks", false)]
    [InlineData("anything", false)]
    public async Task Features_are_told(string id, bool isSupported)
    {
        var supports = !isSupported;

        await stack.UpAsync(async program =>
            supports = (await program.Context.Monitor.SupportsFeatureAsync(new SupportsFeatureRequest { Id = id }, default)).HasSupport);

        Assert.Equal(isSupported, supports);
    }

    [Fact]
    public async Task The_deployment_is_described()
    {
        stack.Config = stack.Config.Add("shop:key", "x");
        stack.ConfigSecretKeys = ["shop:key"];

        await stack.PreviewAsync(async program =>
        {
            var info = await program.Context.Monitor.GetDeploymentInfoAsync(default);
            Assert.Equal(("shop", "dev", "organization", true), (info.Project, info.Stack, info.Organization, info.DryRun));
            Assert.Equal("x", info.Config["shop:key"]);
            Assert.Equal(["shop:key"], info.ConfigSecretKeys);
            Assert.Contains(ResourceMonitorFeature.Secrets, info.SupportedFeatures);
        });
    }

    [Fact]
    public async Task Logs_become_diagnostics()
    {
        await stack.UpAsync(program => program.Context.Engine.LogAsync(
            new LogRequest { Severity = LogSeverity.Warning, Message = "Mind the gap.", Urn = TestStack.UrnOf("a").ToString(), StreamId = 3, Ephemeral = true },
            default));

        var diagnostic = stack.Events.Diagnostics.Single();
        Assert.Equal((LogSeverity.Warning, "Mind the gap.", 3, true), (diagnostic.Severity, diagnostic.Message, diagnostic.StreamId, diagnostic.Ephemeral));
        Assert.Equal(TestStack.UrnOf("a"), diagnostic.Urn);
    }

    [Fact]
    public async Task An_error_that_a_program_logs_does_not_fail_the_operation_by_itself()
    {
        var outcome = await stack.UpAsync(program => program.Context.Engine.LogAsync(
            new LogRequest { Severity = LogSeverity.Error, Message = "Oh." }, default));

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
    }

    [Fact]
    public async Task The_root_resource_is_remembered()
    {
        await stack.UpAsync(async program =>
        {
            var engine = program.Context.Engine;
            Assert.Equal("", (await engine.GetRootResourceAsync(new GetRootResourceRequest(), default)).Urn);
            await engine.SetRootResourceAsync(new SetRootResourceRequest { Urn = "urn" }, default);
            Assert.Equal("urn", (await engine.GetRootResourceAsync(new GetRootResourceRequest(), default)).Urn);
        });
    }

    [Theory]
    [InlineData(">=3.1.0", true)]
    [InlineData(">=3.1.0 && <4", true)]
    [InlineData("<3 || >=3.200", true)]
    [InlineData("<3.0.0", false)]
    public async Task A_program_may_require_a_version(string range, bool isIn)
    {
        await stack.UpAsync(async program =>
        {
            var call = program.Context.Engine.RequirePulumiVersionAsync;
            var request = new RequirePulumiVersionRequest { PulumiVersionRange = range };
            if (isIn)
                await call(request, default);
            else
                await Assert.ThrowsAsync<RpcException>(() => call(request, default));
        });
    }

    [Fact]
    public async Task Signalling_runs_the_deletions_before_the_program_ends()
    {
        await stack.UpAsync(program => program.RegisterAsync("old"));
        IReadOnlyCollection<string>? left = null;

        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("new");
            await program.Context.Monitor.SignalAndWaitForShutdownAsync(default);
            left = [.. stack.Cloud.Resources.Keys];
        });

        Assert.Equal(["new-1"], left);
    }

    [Fact]
    public async Task Signalling_is_done_once()
    {
        await stack.UpAsync(async program =>
        {
            await program.Context.Monitor.SignalAndWaitForShutdownAsync(default);
            await Assert.ThrowsAsync<RpcException>(() => program.Context.Monitor.SignalAndWaitForShutdownAsync(default));
        });
    }

    [Fact]
    public async Task A_program_that_fails_after_signalling_fails_the_operation()
    {
        var outcome = await stack.UpAsync(async program =>
        {
            await program.Context.Monitor.SignalAndWaitForShutdownAsync(default);
            throw new ExitException(3);
        });

        Assert.Equal(OperationResult.Failed, outcome.Result);
    }

    [Fact]
    public async Task Failures_of_a_function_are_passed_on()
    {
        stack.Cloud.OnInvoke = _ => Task.FromResult(new InvokeResponse { Failures = { new CheckFailure { Property = "name", Reason = "It is missing." } } });

        await stack.UpAsync(async program =>
        {
            var response = await program.Context.Monitor.InvokeAsync(new ResourceInvokeRequest { Tok = "test:index:lookup" }, default);
            Assert.Equal("It is missing.", response.Failures.Single().Reason);
        });
    }

    [Fact]
    public async Task A_method_is_called_with_the_deployment_s_facts()
    {
        await stack.UpAsync(async program =>
        {
            var response = await program.Context.Monitor.CallAsync(
                new ResourceCallRequest { Tok = "test:index:Thing/restart", Args = TestProgram.Marshal(Map(("force", true))) }, default);
            Assert.True(response.Return.Fields["force"].BoolValue);
        });

        var call = stack.Cloud.Requests<CallRequest>().Single();
        Assert.Equal(("shop", "dev"), (call.Project, call.Stack));
    }

    [Theory]
    [InlineData("Thing")]
    [InlineData("test:Thing")]
    public async Task A_type_must_be_a_token(string type)
    {
        await stack.UpAsync(async program =>
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync("a", type: type));
            Assert.Equal(RpcStatusCode.InvalidArgument, refusal.Code);
        });
    }

    [Fact]
    public async Task Events_begin_with_the_prelude_and_end_with_the_summary()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.IsType<EngineEvent.Prelude>(stack.Events.All[0]);
        Assert.IsType<EngineEvent.Summary>(stack.Events.All[^2]);
        Assert.IsType<EngineEvent.Cancel>(stack.Events.All[^1]);
        Assert.Equal(stack.Events.All.Select(@event => @event.Time).Order(), stack.Events.All.Select(@event => @event.Time));
    }
}
