using System.Text.Json;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Programs;

public sealed class ConfigTests
{
    [Fact]
    public async Task Get_KeyOfTheProject_IsItsText() =>
        Assert.Equal("eu", await ReadAsync(() => new Config().Get("region")));

    [Fact]
    public async Task Get_KeyOfANamespace_IsItsText() =>
        Assert.Equal("public", await ReadAsync(() => new Config("azure").Get("environment")));

    [Fact]
    public async Task Get_NamespaceWithConfigSuffix_IsStripped() =>
        Assert.Equal("public", await ReadAsync(() => new Config("azure:config").Get("environment")));

    [Fact]
    public async Task Get_MissingKeys_AreNull() =>
        Assert.True(await ReadAsync(() =>
        {
            var config = new Config();
            return config.Get("none") is null && config.GetBoolean("none") is null && config.GetInt32("none") is null
                && config.GetDouble("none") is null && config.GetObject<List<string>>("none") is null
                && config.GetSecret("none") is null && config.GetSecretBoolean("none") is null && config.GetSecretInt32("none") is null
                && config.GetSecretDouble("none") is null && config.GetSecretObject<List<string>>("none") is null;
        }));

    [Fact]
    public async Task Require_EachType_IsParsed()
    {
        var (flag, count, ratio, zones) = await ReadAsync(() =>
        {
            var config = new Config();
            return (config.RequireBoolean("flag"), config.RequireInt32("count"), config.RequireDouble("ratio"), config.RequireObject<List<string>>("zones"));
        });

        Assert.Equal((true, 3, 1.5), (flag, count, ratio));
        Assert.Equal(["1", "2"], zones);
    }

    [Fact]
    public async Task GetObject_Options_AreUsed() =>
        Assert.Equal("n", (await ReadAsync(() => new Config().RequireObject<Named>("named", new JsonSerializerOptions(JsonSerializerDefaults.Web)))).Name);

    [Fact]
    public async Task RequireSecret_EachType_IsASecretOutput()
    {
        var secrets = await new Host { Config = Values }.SucceedAsync(async () =>
        {
            var config = new Config();
            return new[]
            {
                await config.RequireSecret("region").IsSecretAsync(),
                await config.RequireSecretBoolean("flag").IsSecretAsync(),
                await config.RequireSecretInt32("count").IsSecretAsync(),
                await config.RequireSecretDouble("ratio").IsSecretAsync(),
                await config.RequireSecretObject<List<string>>("zones").IsSecretAsync(),
            };
        });

        Assert.All(secrets, Assert.True);
    }

    [Theory]
    [InlineData(false, "pulumi config set proj:none <value>")]
    [InlineData(true, "pulumi config set --secret proj:none <value>")]
    public async Task Require_MissingKey_SaysHowToSetIt(bool secret, string hint)
    {
        var failure = await FailAsync(() =>
        {
            if (secret)
                new Config().RequireSecret("none");
            else
                new Config().Require("none");
        });

        Assert.Contains("'proj:none'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(hint, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("True")]
    [InlineData("1")]
    [InlineData("yes")]
    public async Task GetBoolean_OtherText_IsAnErrorWithKeyAndValue(string text)
    {
        var failure = await FailAsync(() => new Config().GetBoolean("value"), text);

        Assert.Contains("'proj:value'", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"'{text}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("boolean", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetInt32_Fraction_IsAnError() => await FailAsync(() => new Config().GetInt32("value"), "1.5");

    [Fact]
    public async Task GetObject_OtherJson_IsAnError() => await FailAsync(() => new Config().GetObject<List<int>>("value"), "{");

    [Fact]
    public async Task WrongType_OfASecret_HidesTheValue()
    {
        var host = new Host { Config = new() { ["proj:value"] = "hunter2" }, ConfigSecretKeys = ["proj:value"] };

        Assert.Equal(32, await host.RunAsync(() => { new Config().RequireSecretInt32("value"); }));
        Assert.DoesNotContain("hunter2", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Values => new()
    {
        ["proj:region"] = "eu",
        ["proj:flag"] = "true",
        ["proj:count"] = "3",
        ["proj:ratio"] = "1.5",
        ["proj:zones"] = """["1","2"]""",
        ["proj:named"] = """{"name":"n"}""",
        ["azure:environment"] = "public",
    };

    private static Task<T> ReadAsync<T>(Func<T> read) => new Host { Config = Values }.SucceedAsync(() => Task.FromResult(read()));

    private static async Task<RunException> FailAsync(Action read, string value = "")
    {
        Exception? failure = null;
        await new Host { Config = new() { ["proj:value"] = value } }.SucceedAsync(() => failure = Record.Exception(read));
        return Assert.IsType<RunException>(failure, exactMatch: false);
    }

    private sealed record Named(string Name);
}
