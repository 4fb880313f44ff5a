using Provisioning.Providers.DeepLake.Hosting;

namespace Provisioning.Providers.DeepLake.Tests.Hosting;

/// <summary>Engines put flags before their address, and debuggers give no address at all.</summary>
public sealed class PluginArgumentsTests
{
    [Theory]
    [InlineData("127.0.0.1:4711", "127.0.0.1:4711")]
    [InlineData("--logtostderr -v=9 127.0.0.1:4711", "127.0.0.1:4711")]
    [InlineData("--tracing http://tracer:9411 127.0.0.1:4711", "127.0.0.1:4711")]
    [InlineData("--tracing http://tracer:9411", null)]
    [InlineData("--logtostderr", null)]
    [InlineData("", null)]
    public void Parse_TakesTheLastThatIsNoFlagAsTheEnginesAddress(string arguments, string? address) =>
        Assert.Equal(address, PluginArguments.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).EngineAddress);

    [Theory]
    [InlineData("engine")]
    [InlineData("127.0.0.1:port")]
    [InlineData(":4711")]
    public void Parse_OfNoAddress_SaysWhatItShouldBe(string address) =>
        Assert.Contains($"'{address}' is not the address", Assert.Throws<FormatException>(() => PluginArguments.Parse([address])).Message, StringComparison.Ordinal);
}
