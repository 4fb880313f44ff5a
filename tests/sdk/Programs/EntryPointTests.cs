using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Programs;

/// <summary>The forms that a program can have, and what it knows about its deployment.</summary>
public sealed class EntryPointTests
{
    [Fact]
    public async Task Instance_TellsTheSettings()
    {
        var host = new Host { IsDryRun = true };

        var instance = await host.SucceedAsync(() => Task.FromResult(Deployment.Instance));

        Assert.Equal(("proj", "dev", "org", "/root", true), (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.RootDirectory, instance.IsDryRun));
    }

    [Fact]
    public void Instance_OutsideOfAProgram_SaysWhereToCreateResources() =>
        Assert.Contains("Deployment.RunAsync", Assert.Throws<InvalidOperationException>(() => Deployment.Instance).Message, StringComparison.Ordinal);

    [Fact]
    public async Task RunAsync_InsideAProgram_IsRejected()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunAsync(() => (Task)Deployment.RunAsync(() => { })));
        Assert.Contains("running already", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_LeavesTheCallersFlowWithoutADeployment()
    {
        await new Host().SucceedAsync(() => { });
        await new Host().SucceedAsync(() => { });

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task RunAsync_InSeparateFlows_RunSideBySide()
    {
        var hosts = Enumerable.Range(0, 8).Select(_ => new Host()).ToList();

        var codes = await Task.WhenAll(hosts.Select((host, index) => host.RunAsync(async () =>
        {
            await Task.Yield();
            _ = new Thing($"t{index}");
        })));

        Assert.All(codes, code => Assert.Equal(0, code));
        Assert.All(hosts.Select((host, index) => (host, index)), run => Assert.NotNull(run.host.Monitor.Registration($"t{run.index}")));
    }

    [Fact]
    public async Task RunAsync_DictionaryOfOutputs_ExportsThem() =>
        Assert.Equal("""{ "a": 1, "b": "x" }""", await ExportedAsync(() => Deployment.RunAsync(() =>
            new Dictionary<string, object?> { ["a"] = 1, ["b"] = Output.Create("x"), ["c"] = null })));

    [Fact]
    public async Task RunAsync_AsynchronousDictionary_ExportsIt() =>
        Assert.Equal("""{ "a": 1 }""", await ExportedAsync(() => Deployment.RunAsync(async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["a"] = 1 };
        })));

    [Fact]
    public async Task RunAsync_StackClass_ExportsItsProperties() =>
        Assert.Equal("""{ "Site": "https://a", "thing-id": "t-id" }""", await ExportedAsync(Deployment.RunAsync<SiteStack>));

    [Fact]
    public async Task RunAsync_StackClassFromServices_IsResolved()
    {
        var services = new Services(() => new SiteStack());

        Assert.Contains("https://a", await ExportedAsync(() => Deployment.RunAsync<SiteStack>(services)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StackClassUnknownToTheServices_IsExplained()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunMainAsync(() => Deployment.RunAsync<SiteStack>(new Services(() => null))));
        Assert.Contains("SiteStack", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StackClassWithUnassignedOutputs_NamesThem()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunMainAsync(Deployment.RunAsync<ForgetfulStack>));
        Assert.Contains("Forgotten", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resource_InAFieldInitializerOfTheStack_IsExplained()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunMainAsync(Deployment.RunAsync<HastyStack>));
        Assert.Contains("'t' (pkg:index:Thing) is created before the stack", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stack_Urn_IsTheParentOfEverything()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Group("group"));

        Assert.Empty(host.Monitor.Registration("proj-dev").Parent);
        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev", host.Monitor.Registration("group").Parent);
    }

    private static async Task<string> ExportedAsync(Func<Task<int>> main)
    {
        var host = new Host();
        Assert.Equal(0, await host.RunMainAsync(main));
        return $"{Assert.Single(host.Monitor.All<RegisterResourceOutputsRequest>()).Outputs}";
    }

    private sealed class SiteStack : Stack
    {
        public SiteStack()
        {
            Site = Output.Create("https://a");
            Id = new Thing("t").Id;
        }

        [Output]
        public Output<string> Site { get; set; }

        [Output("thing-id")]
        public Output<string> Id { get; set; }
    }

    private sealed class HastyStack : Stack
    {
        public Thing Thing { get; } = new("t");
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Forgotten { get; set; } = null!;
    }

    private sealed class Services(Func<object?> create) : IServiceProvider
    {
        public object? GetService(System.Type serviceType) => create();
    }
}
