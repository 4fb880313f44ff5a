using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Resources;

public sealed class ComponentTests
{
    [Fact]
    public async Task Component_IsRegisteredAsNoCustomResource_AndIsTheParentOfItsChildren()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Group("group"));

        Assert.False(host.Monitor.Registration("group").Custom);
        Assert.Equal("urn:pulumi:dev::proj::my:index:Group::group", host.Monitor.Registration("group-child").Parent);
    }

    [Fact]
    public async Task RegisterOutputs_Dictionary_WaitsForItsValues()
    {
        var gate = new TaskCompletionSource<string>();
        var host = new Host();
        var run = host.RunAsync(() => new Group("group").Complete(new Dictionary<string, object?> { ["late"] = Output.Create(gate.Task), ["none"] = null }));

        gate.SetResult("value");
        await run;

        var request = host.Monitor.All<RegisterResourceOutputsRequest>().Single(request => request.Urn.EndsWith("::group", StringComparison.Ordinal));
        Assert.Equal("""{ "late": "value" }""", $"{request.Outputs}");
    }

    [Fact]
    public async Task RegisterOutputs_WithoutArguments_SendsTheMarkedProperties()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Exporter());

        var request = host.Monitor.All<RegisterResourceOutputsRequest>().Single(request => request.Urn.EndsWith("::exporter", StringComparison.Ordinal));
        Assert.Equal("""{ "Url": "https://a", "secretName": "s" }""", $"{request.Outputs}");
    }

    [Fact]
    public async Task RegisterOutputs_Secrets_StaySecret()
    {
        var host = new Host();
        await host.SucceedAsync(() => new Group("group").Complete(new Dictionary<string, object?> { ["s"] = Output.CreateSecret("x") }));

        var request = host.Monitor.All<RegisterResourceOutputsRequest>().Single(request => request.Urn.EndsWith("::group", StringComparison.Ordinal));
        Assert.Contains("1b47061264138c4ac30d75fd1eb44270", $"{request.Outputs}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputsOfALocalComponent_AreTheProgramsToAssign() =>
        await new Host().SucceedAsync(() => Assert.Null(new Exporter(assign: false).Url));

    [Fact]
    public async Task OutputsOfARemoteComponent_AreTheEnginesToFill()
    {
        var host = new Host();
        var url = await host.SucceedAsync(() => new RemoteExporter().Url.ValueAsync());

        Assert.Equal("https://remote", url);
    }

    private sealed class Exporter : ComponentResource
    {
        public Exporter(bool assign = true)
            : base("my:index:Exporter", "exporter")
        {
            if (!assign)
                return;

            Url = Output.Create("https://a");
            Name = Output.Create("s");
            RegisterOutputs();
        }

        [Output]
        public Output<string> Url { get; set; } = null!;

        [Output("secretName")]
        public Output<string> Name { get; set; } = null!;
    }

    private sealed class RemoteExporter() : ComponentResource("pkg:index:Exporter", "remote", new UrlArgs(), remote: true)
    {
        [Output("url")]
        public Output<string> Url { get; set; } = null!;
    }

    private sealed class UrlArgs : ResourceArgs
    {
        [Input("url")]
        public Input<string> Url { get; set; } = "https://remote";
    }
}
