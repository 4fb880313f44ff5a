using Provisioning.Protocol.Grpc;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Programs;

/// <summary>What a language host tells by environment variables. They belong to the process, so these tests run alone.</summary>
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private readonly List<string> variables = [];

    [Fact]
    public async Task RunAsync_WithoutAnEngine_SaysHowToRunTheProgram()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Contains("`pulumi up`", failure.Message, StringComparison.Ordinal);
        Assert.Contains("`./provision up`", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StartedByAnEngine_TalksToItOverGrpc()
    {
        var (monitor, engine) = (new FakeMonitor(), new FakeEngine());
        await using var server = await GrpcServer.StartAsync(new GrpcMethodTable().AddResourceMonitor(monitor).AddEngine(engine), CancellationToken.None);
        SetDeployment(server.Address);
        Set("PULUMI_CONFIG", """{"proj:size":"3"}""");

        var code = await Deployment.RunAsync(() =>
        {
            Log.Info($"{Deployment.Instance.OrganizationName}/{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}");
            _ = new Thing("t", new() { Size = new Config().RequireInt32("size") });
        });

        Assert.Equal((0, 0), (code, Environment.ExitCode));
        Assert.Equal("organization/proj/dev", Assert.Single(engine.Logged).Message);
        Assert.Equal(3, monitor.Registration("t").Object.Fields["size"].NumberValue);
        Assert.Equal(1, monitor.Signals);
    }

    [Fact]
    public async Task RunAsync_EngineThatIsGone_Exits32()
    {
        await using (var server = await GrpcServer.StartAsync(new GrpcMethodTable(), CancellationToken.None))
            SetDeployment(server.Address);

        var code = await Deployment.RunAsync(() => { _ = new Thing("t"); });

        Assert.Equal(32, code);
        Environment.ExitCode = 0;
    }

    [Theory]
    [InlineData("PULUMI_PARALLEL", "many")]
    [InlineData("PULUMI_DRY_RUN", "perhaps")]
    [InlineData("PULUMI_PROJECT", "")]
    public async Task RunAsync_VariableMissingOrUnreadable_IsNamed(string variable, string value)
    {
        SetDeployment("127.0.0.1:1");
        Set(variable, value);

        Assert.Contains(variable, (await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_InsideAHost_NeedsNoVariables() => await new Host().SucceedAsync(() => { });

    [Fact]
    public void ReadConfig_OldKeys_AreNormalised()
    {
        Set("PULUMI_CONFIG", """{"proj:a":"1","proj:config:b":"2"}""");

        Assert.Equal(["proj:a", "proj:b"], EnvironmentSettings.ReadConfig().Keys.Order());
    }

    [Fact]
    public void ReadConfig_Malformed_NamesTheVariableAndHidesTheContent()
    {
        Set("PULUMI_CONFIG", "hunter2");

        var failure = Assert.Throws<InvalidOperationException>(() => EnvironmentSettings.ReadConfig());
        Assert.Contains("PULUMI_CONFIG", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestAsync_ReadsTheConfigOfTheEnvironment()
    {
        Set("PULUMI_CONFIG", """{"project:region":"eu"}""");
        var region = "";

        await Deployment.TestAsync(new Pulumi.Testing.EmptyMocks(), new(), () => { region = new Config().Require("region"); });

        Assert.Equal("eu", region);
    }

    [Fact]
    public void ToString_OfAnOutputWhenForbidden_Throws()
    {
        Set("PULUMI_ERROR_OUTPUT_STRING", "true");

        Assert.Throws<InvalidOperationException>(() => Output.Create(1).ToString());
    }

    public void Dispose()
    {
        foreach (var variable in variables)
            Environment.SetEnvironmentVariable(variable, null);
    }

    private void SetDeployment(string address)
    {
        Set("PULUMI_MONITOR", address);
        Set("PULUMI_ENGINE", address);
        Set("PULUMI_PROJECT", "proj");
        Set("PULUMI_STACK", "dev");
        Set("PULUMI_DRY_RUN", "false");
        Set("PULUMI_PARALLEL", "4");
    }

    private void Set(string variable, string value)
    {
        variables.Add(variable);
        Environment.SetEnvironmentVariable(variable, value);
    }
}

[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentCollection;
