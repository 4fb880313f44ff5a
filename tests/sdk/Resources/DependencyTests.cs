using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Resources;

/// <summary>What a registration says it depends on.</summary>
public sealed class DependencyTests
{
    [Fact]
    public async Task Input_FromAResource_IsADependencyOfThatProperty()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var source = new Thing("source");
            _ = new Thing("t", new() { Name = source.Id, Size = 1 });
        });

        var request = host.Monitor.Registration("t");
        Assert.Equal(["source"], Names(request.Dependencies));
        Assert.Equal(["source"], Names(request.PropertyDependencies["name"].Urns));
        Assert.Empty(request.PropertyDependencies["size"].Urns);
    }

    [Fact]
    public async Task Input_ComputedFromResources_KeepsThemAll()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var first = new Thing("first");
            var second = new Thing("second");
            _ = new Thing("t", new() { Name = Output.Format($"{first.Id}-{second.Id.Apply(id => id.ToUpperInvariant())}") });
        });

        Assert.Equal(["first", "second"], Names(host.Monitor.Registration("t").Dependencies));
    }

    [Fact]
    public async Task DependsOn_Resource_AddsNoPropertyDependency()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t", new() { Size = 1 }, new() { DependsOn = { new Thing("source") } }));

        var request = host.Monitor.Registration("t");
        Assert.Equal(["source"], Names(request.Dependencies));
        Assert.Empty(request.PropertyDependencies["size"].Urns);
    }

    [Fact]
    public async Task DependsOn_Component_StandsForTheCustomResourcesInside()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var outer = new Group("outer");
            _ = new Group("inner", new() { Parent = outer });
            _ = new Thing("t", options: new() { DependsOn = outer });
        });

        Assert.Equal(["inner-child", "outer-child"], Names(host.Monitor.Registration("t").Dependencies));
    }

    [Fact]
    public async Task DependsOn_RemoteComponent_StandsForItself()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var remote = new ComponentResource("pkg:index:Remote", "remote", ResourceArgs.Empty, remote: true);
            _ = new Thing("t", options: new() { DependsOn = remote });
        });

        Assert.Equal(["remote"], Names(host.Monitor.Registration("t").Dependencies));
    }

    [Fact]
    public async Task Parent_UsedByItsChild_IsNoCircularWait()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var group = new Group("group", withChild: false);
            _ = new Thing("t", new() { Name = group.Urn }, new() { Parent = group, DependsOn = group });
        });

        Assert.Empty(host.Monitor.Registration("t").Dependencies);
    }

    [Fact]
    public async Task ResourceAsInput_OfACustomResource_IsADependency()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t", new() { Other = new Thing("source") }));

        Assert.Equal(["source"], Names(host.Monitor.Registration("t").Dependencies));
    }

    [Fact]
    public async Task DependsOn_RemoteComponentWithChildren_StandsForItselfAndThem()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var remote = new ComponentResource("pkg:index:Remote", "remote", ResourceArgs.Empty, remote: true);
            _ = new Thing("child", options: new() { Parent = remote });
            _ = new Thing("t", options: new() { DependsOn = remote });
        });

        Assert.Equal(["child", "remote"], Names(host.Monitor.Registration("t").Dependencies));
    }

    [Fact]
    public async Task DependsOn_OwnRemoteParent_WaitsForItAndNotForItsChildren()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var remote = new ComponentResource("pkg:index:Remote", "remote", ResourceArgs.Empty, remote: true);
            _ = new Thing("t", options: new() { Parent = remote, DependsOn = remote });
        });

        Assert.Equal(["remote"], Names(host.Monitor.Registration("t").Dependencies));
    }

    [Fact]
    public async Task ResourceAsInput_OfARemoteComponent_TravelsInsideTheValue()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new ComponentResource("pkg:index:Remote", "r", new ThingArgs { Other = new Thing("source") }, remote: true));

        Assert.Empty(host.Monitor.Registration("r").Dependencies);
    }

    [Fact]
    public async Task Outputs_OfARemoteComponent_TravelAsOutputValues()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new ComponentResource("pkg:index:Remote", "r", new ThingArgs { Name = new Thing("source").Id }, remote: true));

        var request = host.Monitor.Registration("r");
        Assert.True(request.Remote);
        Assert.Equal(["source"], Names(request.Object.Fields["name"].StructValue.Fields["dependencies"].ListValue.Values.Select(urn => urn.StringValue)));
    }

    private static IEnumerable<string> Names(IEnumerable<string> urns) => urns.Select(urn => new Urn(urn).Name);
}
