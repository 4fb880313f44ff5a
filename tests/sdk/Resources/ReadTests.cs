using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Values;
using Pulumi.Tests.Fakes;
using Pulumirpc;

namespace Pulumi.Tests.Resources;

/// <summary>Resources that exist already.</summary>
public sealed class ReadTests
{
    [Fact]
    public async Task Id_Given_ReadsInsteadOfRegistering()
    {
        var host = new Host
        {
            Monitor = new()
            {
                OnRead = (_, usual) =>
                {
                    usual.Properties = new() { Fields = { ["name"] = Value.ForString("found") } };
                    return usual;
                },
            },
        };
        var (id, name) = await host.SucceedAsync(async () =>
        {
            var thing = new Thing("t", options: new() { Id = "its-id", Version = "1.0.0" });
            return (await thing.Id.ValueAsync(), await thing.Name.ValueAsync());
        });

        Assert.Equal(("its-id", "found"), (id, name));
        var request = Assert.Single(host.Monitor.All<ReadResourceRequest>());
        Assert.Equal(("its-id", "pkg:index:Thing", "t", "1.0.0"), (request.Id, request.Type, request.Name, request.Version));
        Assert.True(request.AcceptSecrets && request.AcceptResources);
        Assert.EndsWith("::proj-dev", request.Parent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_EmptyAsInGeneratedConstructors_Registers()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t", options: new() { Id = "" }));

        Assert.Empty(host.Monitor.All<ReadResourceRequest>());
        Assert.NotNull(host.Monitor.Registration("t"));
    }

    [Fact]
    public async Task Id_UnknownInAPreview_Registers()
    {
        var host = new Host { IsDryRun = true };
        await host.SucceedAsync(() => _ = new Thing("t", options: new() { Id = OutputAssertions.Unknown<string>() }));

        Assert.Empty(host.Monitor.All<ReadResourceRequest>());
    }

    [Fact]
    public async Task Id_OfAComponent_IsRejected()
    {
        var host = new Host();

        Assert.Equal(32, await host.RunAsync(() => { _ = new Group("group", new() { Id = "x" }, withChild: false); }));
        Assert.Contains("'group' cannot be read by id", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urn_Given_LooksTheResourceUp()
    {
        const string urn = "urn:pulumi:dev::proj::pkg:index:Thing::known";
        var host = new Host { Monitor = new() { OnInvoke = request => new() { Return = Found(request) } } };

        var (name, id) = await host.SucceedAsync(async () =>
        {
            var thing = new Thing("known", options: new() { Urn = urn });
            return (await thing.Name.ValueAsync(), await thing.Id.ValueAsync());
        });

        Assert.Equal(("found", "known-id"), (name, id));
        Assert.Equal("pulumi:pulumi:getResource", Assert.Single(host.Monitor.All<ResourceInvokeRequest>()).Tok);
        Assert.Equal("proj-dev", Assert.Single(host.Monitor.All<RegisterResourceRequest>()).Name);
    }

    [Fact]
    public async Task ResourceReference_InAnOutput_BecomesItsClass()
    {
        const string urn = "urn:pulumi:dev::proj::pkg:index:Thing::known";
        var host = new Host
        {
            Monitor = new()
            {
                OnInvoke = request => new() { Return = Found(request) },
                OnRegister = (request, usual) =>
                {
                    usual.Object.Fields["thing"] = PropertyMarshaller.Marshal(new PropertyValue.ResourceReference(urn, "known-id", ""), MarshalOptions.KeepAll);
                    return Task.FromResult(usual);
                },
            },
        };

        var name = await host.SucceedAsync(async () => await (await new Owner().Thing.ValueAsync()).Name.ValueAsync());

        Assert.Equal("found", name);
    }

    private static Struct Found(ResourceInvokeRequest request) => new()
    {
        Fields =
        {
            ["urn"] = request.Args.Fields["urn"],
            ["id"] = Value.ForString("known-id"),
            ["state"] = Value.ForStruct(new() { Fields = { ["name"] = Value.ForString("found") } }),
        },
    };

    private sealed class Owner() : CustomResource("pkg:index:Owner", "owner", null)
    {
        [Output("thing")]
        public Output<Thing> Thing { get; set; } = null!;
    }
}
