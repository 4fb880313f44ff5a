using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Resources;

/// <summary>Which provider a resource is registered with.</summary>
public sealed class ProviderTests
{
    private const string Reference = "urn:pulumi:dev::proj::pulumi:providers:pkg::p::p-id";

    [Fact]
    public async Task NoProvider_LeavesTheDefaultToTheEngine()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t"));

        Assert.Empty(host.Monitor.Registration("t").Provider);
    }

    [Fact]
    public async Task ExplicitProvider_IsSentAsUrnAndId()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t", options: new() { Provider = new Provider("p") }));

        Assert.Equal(Reference, host.Monitor.Registration("t").Provider);
    }

    [Fact]
    public async Task ProviderThatDoesNotExistYet_HasAnUnknownId()
    {
        var host = new Host
        {
            IsDryRun = true,
            Monitor = new()
            {
                OnRegister = (_, usual) =>
                {
                    usual.Id = "";
                    return Task.FromResult(usual);
                },
            },
        };
        await host.SucceedAsync(() => _ = new Thing("t", options: new() { Provider = new Provider("p") }));

        Assert.EndsWith("::p::04da6b54-80e4-46f7-96ec-b56ff0331ba9", host.Monitor.Registration("t").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_OfAComponent_IsInheritedByResourcesOfItsPackage()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var group = new Group("group", new() { Providers = { new Provider("p") } });
            _ = new CustomResource("other:index:Thing", "foreign", null, new() { Parent = group });
        });

        Assert.Equal(Reference, host.Monitor.Registration("group-child").Provider);
        Assert.Empty(host.Monitor.Registration("foreign").Provider);
    }

    [Fact]
    public async Task Provider_OfACustomParent_IsInheritedByItsChildren()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var parent = new Thing("parent", options: new() { Provider = new Provider("p") });
            _ = new Thing("child", options: new() { Parent = parent });
        });

        Assert.Equal(Reference, host.Monitor.Registration("child").Provider);
    }

    [Fact]
    public async Task Providers_OfARemoteComponent_AreSentByPackage()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new ComponentResource(
            "pkg:index:Remote", "r", ResourceArgs.Empty, new() { Provider = new Provider("p") }, remote: true));

        Assert.Equal(KeyValuePair.Create("pkg", Reference), Assert.Single(host.Monitor.Registration("r").Providers));
    }

    [Fact]
    public async Task ProviderAndProviders_OfAComponent_AreAmbiguous() =>
        await new Host().SucceedAsync(() =>
        {
            var provider = new Provider("p");
            Assert.Throws<ResourceException>(() => new Group("group", new() { Provider = provider, Providers = { provider } }));
        });
}
