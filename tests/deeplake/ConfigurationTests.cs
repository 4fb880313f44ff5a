using System.Net;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.DeepLake.Tests.Fakes;
using Pulumirpc;
using static Pulumirpc.DiffResponse.Types;

namespace Provisioning.Providers.DeepLake.Tests;

public sealed class ConfigurationTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task Configuration_ComesBeforeTheEnvironment()
    {
        await using var bench = await ProviderBench.StartAsync(
            new Dictionary<string, string> { ["DEEPLAKE_API_KEY"] = "of-environment", ["DEEPLAKE_API_URL"] = "https://environment.example" },
            ("token", new PropertyValue.SecretValue("of-configuration")),
            ("endpoint", "https://configuration.example/base"));

        var sent = await ReadAsync(bench, "/base");

        Assert.Equal("Bearer of-configuration", sent.Authorization);
        Assert.Equal("configuration.example", sent.Uri.Host);
    }

    [Theory]
    [InlineData("DEEPLAKE_API_KEY", "ACTIVELOOP_TOKEN", "first")]
    [InlineData("ACTIVELOOP_TOKEN", "OTHER", "first")]
    public async Task Environment_GivesTokenAndEndpoint(string variable, string other, string expected)
    {
        await using var bench = await ProviderBench.StartAsync(new Dictionary<string, string>
        {
            [variable] = "first",
            [other] = "second",
            ["DEEPLAKE_API_URL"] = "http://localhost:9999/",
        });

        var sent = await ReadAsync(bench, "");

        Assert.Equal($"Bearer {expected}", sent.Authorization);
        Assert.Equal("localhost:9999", sent.Uri.Authority);
    }

    [Fact]
    public async Task Variables_OfTheStacksConfiguration_AreRead()
    {
        await using var bench = await ProviderBench.StartAsync(Nothing);
        await bench.Provider.ConfigureAsync(new ConfigureRequest { Variables = { ["deeplake:config:token"] = "of-stack" } }, CancellationToken.None);

        Assert.Equal("Bearer of-stack", (await ReadAsync(bench, "")).Authorization);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create_WithoutAToken_SaysHowToSetIt(bool preview)
    {
        await using var bench = await ProviderBench.StartAsync(Nothing);

        var failure = await ProviderBench.FailureAsync(() => bench.CreateAsync(preview: preview));

        Assert.Equal(RpcStatusCode.FailedPrecondition, failure.Code);
        Assert.Contains("deeplake:token", failure.Message, StringComparison.Ordinal);
        Assert.Contains("DEEPLAKE_API_KEY", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_WithALineBreak_IsRefusedWithoutShowingIt()
    {
        var failure = await ProviderBench.FailureAsync(() => ProviderBench.StartAsync(null, ("token", "dl_first\ndl_second")));

        Assert.Equal(RpcStatusCode.InvalidArgument, failure.Code);
        Assert.DoesNotContain("dl_", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_WithALineBreakAtItsEnd_IsTrimmed()
    {
        await using var bench = await ProviderBench.StartAsync(new Dictionary<string, string> { ["DEEPLAKE_API_KEY"] = "dl_token\n" });

        Assert.Equal("Bearer dl_token", (await ReadAsync(bench, "")).Authorization);
    }

    [Fact]
    public async Task Diff_WithoutAToken_Works()
    {
        await using var bench = await ProviderBench.StartAsync(Nothing);

        var diff = await bench.Provider.DiffAsync(
            new DiffRequest { Urn = ProviderBench.Urn, OldInputs = ProviderBench.Wire(ProviderBench.Inputs), News = ProviderBench.Wire(ProviderBench.Inputs) },
            CancellationToken.None);

        Assert.Equal(DiffChanges.DiffNone, diff.Changes);
    }

    [Theory]
    [InlineData("http://api.deeplake.ai")]
    [InlineData("ftp://api.deeplake.ai")]
    [InlineData("api.deeplake.ai")]
    [InlineData("https://api.deeplake.ai/?key=1")]
    public async Task Endpoint_ThatATokenMustNotBeSentTo_IsRefused(string endpoint)
    {
        var failure = await ProviderBench.FailureAsync(() => ProviderBench.StartAsync(null, ("endpoint", endpoint)));
        await using var bench = await ProviderBench.StartAsync();
        var check = await bench.Provider.CheckConfigAsync(
            new CheckRequest { News = ProviderBench.Wire([KeyValuePair.Create<string, PropertyValue>("endpoint", endpoint)]) }, CancellationToken.None);

        Assert.Equal(RpcStatusCode.InvalidArgument, failure.Code);
        Assert.Equal("endpoint", Assert.Single(check.Failures).Property);
    }

    [Fact]
    public async Task CheckConfig_ReturnsTheConfigurationAsItIs()
    {
        await using var bench = await ProviderBench.StartAsync();
        var news = ProviderBench.Wire(
        [
            KeyValuePair.Create<string, PropertyValue>("endpoint", PropertyValue.Unknown),
            KeyValuePair.Create<string, PropertyValue>("version", "0.1.0"),
        ]);

        var check = await bench.Provider.CheckConfigAsync(new CheckRequest { News = news }, CancellationToken.None);

        Assert.Empty(check.Failures);
        Assert.Equal(news, check.Inputs);
    }

    [Theory]
    [InlineData("https://api.deeplake.ai", "https://api.deeplake.ai/", "t", "t", DiffChanges.DiffNone, false)]
    [InlineData("https://api.deeplake.ai", "https://other.example", "t", "t", DiffChanges.DiffSome, true)]
    [InlineData("https://api.deeplake.ai", "https://api.deeplake.ai", "t", "u", DiffChanges.DiffSome, false)]
    public async Task DiffConfig_OnlyAnotherServiceReplaces(
        string oldEndpoint, string newEndpoint, string oldToken, string newToken, DiffChanges changes, bool replaces)
    {
        await using var bench = await ProviderBench.StartAsync();

        var diff = await bench.Provider.DiffConfigAsync(
            new DiffRequest { OldInputs = Configuration(oldEndpoint, oldToken), News = Configuration(newEndpoint, newToken) }, CancellationToken.None);

        Assert.Equal(changes, diff.Changes);
        Assert.Equal(replaces, diff.Replaces.Count > 0);
    }

    [Fact]
    public async Task Resource_BeforeConfiguration_IsRefused()
    {
        await using var provider = new DeepLakeProvider(new DeepLakeProviderHost
        {
            Environment = _ => null,
            Time = new JumpingClock(),
            Engine = new FakeEngine(),
        });

        var failure = await ProviderBench.FailureAsync(() => provider.DeleteAsync(
            new DeleteRequest { Urn = ProviderBench.Urn, Id = ProviderBench.Id }, CancellationToken.None));

        Assert.Equal(RpcStatusCode.FailedPrecondition, failure.Code);
    }

    private static Google.Protobuf.WellKnownTypes.Struct Configuration(string endpoint, string token) => ProviderBench.Wire(
    [
        KeyValuePair.Create<string, PropertyValue>("endpoint", endpoint),
        KeyValuePair.Create<string, PropertyValue>("token", token),
    ]);

    private static async Task<SentRequest> ReadAsync(ProviderBench bench, string path)
    {
        bench.Service.Answer($"GET {path}{ProviderBench.Item}", HttpStatusCode.OK, ProviderBench.Json());
        await bench.ReadAsync();
        return Assert.Single(bench.Service.Requests);
    }
}
