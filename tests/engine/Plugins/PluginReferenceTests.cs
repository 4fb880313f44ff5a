using Google.Protobuf;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests.Plugins;

/// <summary>What the inputs of provider resources say about their plugins, as Pulumi stores it.</summary>
public sealed class PluginReferenceTests
{
    private static readonly Urn Provider = Urn.Create("dev", "shop", null, "pulumi:providers:random", "default");

    [Fact]
    public void Plugin_IsNamedAfterThePackage()
    {
        var plugin = ProviderInputs.PluginOf(Provider, ProviderInputs.WithPlugin(PropertyMap.Empty, "1.2.0", ""));

        Assert.Equal(("random", "random", "1.2.0", null), (plugin.Package, plugin.Name, plugin.Version, plugin.Parameterization));
        Assert.Empty(plugin.EnvironmentMappings);
    }

    [Fact]
    public void Plugin_OfAParameterizedPackage_HasItsOwnNameAndVersion()
    {
        var inputs = ProviderInputs.WithPlugin(Map(("seed", 1)), "0.9.0", "https://plugins.test");
        inputs = ProviderInputs.WithParameterization(inputs, "terraform-provider", new ProviderParameterization("random", "3.6.0", ByteString.CopyFromUtf8("{}")));

        var plugin = ProviderInputs.PluginOf(Provider, inputs);

        Assert.Equal(("random", "terraform-provider", "0.9.0"), (plugin.Package, plugin.Name, plugin.Version));
        Assert.Equal(new ProviderParameterization("random", "3.6.0", ByteString.CopyFromUtf8("{}")), plugin.Parameterization);
        Assert.Equal(Map(("seed", 1), ("version", "3.6.0")), ProviderInputs.WithoutInternals(inputs));
        Assert.Equal(
            Object(("name", "terraform-provider"), ("parameterization", "e30="), ("pluginDownloadURL", "https://plugins.test"), ("version", "0.9.0")),
            inputs["__internal"]);
    }

    [Fact]
    public void Variables_OfTheEnvironment_AreKeptForThePlugin()
    {
        var inputs = ProviderInputs.WithEnvironmentMappings(PropertyMap.Empty, [KeyValuePair.Create("MY_TOKEN", "TOKEN")]);

        Assert.Equal("TOKEN", ProviderInputs.PluginOf(Provider, inputs).EnvironmentMappings["MY_TOKEN"]);
        Assert.Same(PropertyMap.Empty, ProviderInputs.WithEnvironmentMappings(PropertyMap.Empty, []));
    }
}
