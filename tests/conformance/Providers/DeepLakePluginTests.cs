using System.Text.Json.Nodes;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Protocol.Values;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>Our plugin, in its own process, driven by Pulumi's own messages against the sandbox's Deep Lake.</summary>
public sealed class DeepLakePluginTests(DeepLakeFixture fixture) : IClassFixture<DeepLakeFixture>
{
    private const string Type = "deeplake:index:WorkloadIdentity";
    private const string ProviderUrn = "urn:pulumi:dev::ml::pulumi:providers:deeplake::default";
    private const int InvalidArgument = 3;
    private const int FailedPrecondition = 9;
    private const int Unimplemented = 12;

    private static readonly string[] EveryInput = ["clientId", "name", "organizationId", "tenantId"];

    private ProviderJudge Judge => fixture.Judge;

    [NodeFact]
    public async Task Plugin_LivesThroughAllOfARegistrationsLife()
    {
        await StartAsync();
        var handshake = await Judge.CallAsync("handshake", new { engineAddress = "127.0.0.1:1", configureWithUrn = true, invokeWithPreview = true });
        Assert.True(handshake["acceptSecrets"].IsTrue());
        Assert.False(handshake["acceptResources"].IsTrue());
        Assert.Equal("0.1.0", (await Judge.CallAsync("getPluginInfo"))["version"].GetText());
        await ConfigureAsync();
        var inputs = Inputs("trainer");

        var shouted = With(inputs, "clientId", inputs["clientId"].GetText().ToUpperInvariant());
        var check = await Judge.CallAsync("check", new { urn = Urn("trainer"), type = Type, name = "trainer", olds = new { }, news = shouted });
        Assert.Empty(check["failuresList"].GetTexts());
        Assert.True(JsonNode.DeepEquals(inputs, check["inputs"]));

        var foretold = await Judge.CallAsync("create", new { urn = Urn("trainer"), properties = With(inputs, "clientId", Signatures.Unknown), preview = true });
        Assert.Equal("", foretold["id"].GetText());
        Assert.Equal(Signatures.Unknown, foretold["properties"]?["registrationId"].GetText());
        Assert.Equal(Signatures.Unknown, foretold["properties"]?["clientId"].GetText());

        var created = await Judge.CallAsync("create", new { urn = Urn("trainer"), properties = inputs });
        var (id, state) = (created["id"].GetText(), created["properties"]);
        Assert.Equal($"{DeepLakeFixture.Organization}/{state?["registrationId"].GetText()}", id);

        var read = await Judge.CallAsync("read", new { id, urn = Urn("trainer"), properties = state, inputs });
        Assert.True(JsonNode.DeepEquals(state, read["properties"]));
        Assert.True(JsonNode.DeepEquals(inputs, read["inputs"]));
        var imported = await Judge.CallAsync("read", new { id, urn = Urn("trainer") });
        Assert.True(JsonNode.DeepEquals(inputs, imported["inputs"]));

        var same = await DiffAsync(id, state, inputs, inputs);
        Assert.Equal(1, same["changes"].GetInt());
        var updated = await Judge.CallAsync("update", new { id, urn = Urn("trainer"), olds = state, oldInputs = inputs, news = inputs });
        Assert.True(JsonNode.DeepEquals(state, updated["properties"]));

        await Judge.CallAsync("delete", new { id, urn = Urn("trainer"), properties = state, oldInputs = inputs });
        await Judge.CallAsync("delete", new { id, urn = Urn("trainer"), properties = state, oldInputs = inputs });
        var gone = await Judge.CallAsync("read", new { id, urn = Urn("trainer"), properties = state, inputs });
        Assert.Equal("", gone["id"].GetText());
        Assert.Null(gone["properties"]);

        await Judge.CallAsync("cancel");
        await StopAsync();
    }

    [NodeFact]
    public async Task Diff_OfAnotherName_ReplacesWithDetails_AndDeletesFirst()
    {
        await StartAsync();
        await ConfigureAsync();
        var inputs = Inputs("trainer");

        var renamed = await DiffAsync("org/registration", inputs, inputs, With(inputs, "name", "other"));
        var unknown = await DiffAsync("org/registration", inputs, inputs, With(inputs, "clientId", Signatures.Unknown));
        var ignored = await DiffAsync("org/registration", inputs, inputs, With(inputs, "name", "other"), "name");

        Assert.Equal(2, renamed["changes"].GetInt());
        Assert.Equal(["name"], renamed["replacesList"].GetTexts());
        Assert.True(renamed["deletebeforereplace"].IsTrue());
        Assert.True(renamed["hasdetaileddiff"].IsTrue());
        Assert.Equal(5, renamed["detaileddiffMap"]?["name"]?["kind"].GetInt());
        Assert.Equal(["clientId"], unknown["replacesList"].GetTexts());
        Assert.Equal(1, ignored["changes"].GetInt());
        await StopAsync();
    }

    [NodeFact]
    public async Task Secrets_StaySecret_FromInputsToOutputs()
    {
        await StartAsync();
        await ConfigureAsync();
        var secret = new JsonObject { [Signatures.Key] = Signatures.Secret, ["value"] = Inputs("quiet")["tenantId"].GetText() };

        var created = await Judge.CallAsync("create", new { urn = Urn("quiet"), properties = With(Inputs("quiet"), "tenantId", secret) });

        Assert.True(JsonNode.DeepEquals(secret, created["properties"]?["tenantId"]));
        await Judge.CallAsync("delete", new { id = created["id"].GetText(), urn = Urn("quiet"), properties = created["properties"] });
        await StopAsync();
    }

    [NodeFact]
    public async Task Create_OfARegistrationThatExists_AdoptsItAndTellsTheEngine()
    {
        await StartAsync();
        await ConfigureAsync();
        var first = await Judge.CallAsync("create", new { urn = Urn("twice"), properties = Inputs("twice") });

        var second = await Judge.CallAsync("create", new { urn = Urn("twice"), properties = Inputs("twice") });

        Assert.Equal(first["id"].GetText(), second["id"].GetText());
        await Judge.CallAsync("delete", new { id = first["id"].GetText(), urn = Urn("twice"), properties = first["properties"] });
        var message = Assert.Single((await StopAsync())["log"]?.AsArray() ?? []);
        Assert.Contains("'twice' was registered before", message?["message"].GetText(), StringComparison.Ordinal);
        Assert.Equal(Urn("twice"), message?["urn"].GetText());
    }

    [NodeFact]
    public async Task Plugin_OfAnOlderEngine_WorksWithoutAHandshakeAndWithoutNames()
    {
        await StartAsync("--logtostderr", "-v=9", "--tracing", "http://127.0.0.1:9");

        var configured = await Judge.CallAsync("configure", new { args = Configuration() });
        var check = await Judge.CallAsync("check", new { urn = Urn("old"), olds = new { }, news = new { } });

        Assert.True(configured["acceptsecrets"].IsTrue());
        Assert.True(configured["supportspreview"].IsTrue());
        Assert.Equal(EveryInput, check["failuresList"]?.AsArray().Select(failure => failure?["property"].GetText()).Order(StringComparer.Ordinal));
        await StopAsync("SIGTERM");
    }

    [NodeFact]
    public async Task Plugin_ThatWasStartedByHand_LogsToTheEngineThatAttachesItself()
    {
        var started = await Judge.StartAsync(DeepLakeFixture.Executable, fixture.Variables, attach: true);

        await Judge.CallAsync("handshake", new { engineAddress = started["address"].GetText() });
        await Judge.CallAsync("attach", new { address = started["address"].GetText() });
        await ConfigureAsync();
        foreach (var _ in (int[])[1, 2])
            await Judge.CallAsync("create", new { urn = Urn("attached"), properties = Inputs("attached") });

        Assert.Single((await StopAsync())["log"]?.AsArray() ?? []);
    }

    [NodeFact]
    public async Task Plugin_WhoseEngineGoesAway_Ends()
    {
        await StartAsync();

        await StopAsync(signal: null);
    }

    [NodeFact]
    public async Task GetSchema_DescribesThePackage()
    {
        await StartAsync();

        var schema = JsonNode.Parse((await Judge.CallAsync("getSchema", new { version = 0 }))["schema"].GetText());
        var (code, _) = await Judge.FailAsync("getSchema", new { version = 1 });

        Assert.Equal("deeplake", schema?["name"].GetText());
        Assert.Equal("0.1.0", schema?["version"].GetText());
        Assert.Equal(EveryInput, schema?["resources"]?[Type]?["requiredInputs"].GetTexts());
        Assert.True(schema?["provider"]?["inputProperties"]?["token"]?["secret"].IsTrue());
        Assert.Equal(InvalidArgument, code);
        await StopAsync();
    }

    [NodeFact]
    public async Task Configuration_IsCheckedAndCompared()
    {
        await StartAsync();
        var configuration = Configuration();

        var good = await Judge.CallAsync("checkConfig", new { urn = ProviderUrn, olds = new { }, news = configuration });
        var bad = await Judge.CallAsync("checkConfig", new { urn = ProviderUrn, olds = new { }, news = new { endpoint = "ftp://nowhere" } });
        var moved = await Judge.CallAsync("diffConfig", new { urn = ProviderUrn, id = "id", oldInputs = configuration, olds = configuration, news = With(configuration, "endpoint", "https://other.test") });
        var (code, message) = await Judge.FailAsync("configure", new { args = new { endpoint = "ftp://nowhere" } });

        Assert.True(JsonNode.DeepEquals(configuration, good["inputs"]));
        Assert.Equal("endpoint", bad["failuresList"]?[0]?["property"].GetText());
        Assert.Equal(["endpoint"], moved["replacesList"].GetTexts());
        Assert.Equal(InvalidArgument, code);
        Assert.DoesNotContain(fixture.Token, message, StringComparison.Ordinal);
        await StopAsync();
    }

    [NodeFact]
    public async Task WrongCalls_AreRefusedWithTheRightCodes()
    {
        await StartAsync();
        Assert.Equal(FailedPrecondition, (await Judge.FailAsync("create", new { urn = Urn("early"), properties = Inputs("early") })).Code);
        await ConfigureAsync();

        Assert.Equal(InvalidArgument, (await Judge.FailAsync("create", new { urn = Urn("wrong"), properties = new { name = 1 } })).Code);
        Assert.Equal(InvalidArgument, (await Judge.FailAsync("read", new { urn = Urn("wrong"), id = "no-id" })).Code);
        var (code, message) = await Judge.FailAsync("check", new { urn = "urn:pulumi:dev::ml::deeplake:index:Dataset::x", olds = new { }, news = new { } });
        Assert.Equal(Unimplemented, code);
        Assert.Contains("deeplake:index:Dataset", message, StringComparison.Ordinal);
        Assert.Equal(Unimplemented, (await Judge.FailAsync("invoke", new { tok = "deeplake:index:find" })).Code);
        Assert.Equal(Unimplemented, (await Judge.FailAsync("call", new { tok = "deeplake:index:Type/find" })).Code);
        Assert.Equal(Unimplemented, (await Judge.FailAsync("construct", new { type = "deeplake:index:Component" })).Code);
        Assert.Equal(Unimplemented, (await Judge.FailAsync("parameterize")).Code);
        await StopAsync();
    }

    private static string Urn(string name) => $"urn:pulumi:dev::ml::{Type}::{name}";

    private static JsonObject With(JsonObject map, string key, JsonNode value)
    {
        var copy = map.DeepClone().AsObject();
        copy[key] = value.DeepClone();
        return copy;
    }

    /// <summary>The inputs of a registration, whose client id is of its own.</summary>
    private static JsonObject Inputs(string name) => new()
    {
        ["organizationId"] = DeepLakeFixture.Organization,
        ["name"] = name,
        ["clientId"] = new Guid(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(name))).ToString(),
        ["tenantId"] = "33333333-dddd-4eee-8fff-444444444444",
    };

    private JsonObject Configuration() => new()
    {
        ["endpoint"] = fixture.Connection.DeepLake.AbsoluteUri,
        ["token"] = fixture.Token,
    };

    private async Task StartAsync(params string[] flags)
    {
        var started = await Judge.StartAsync(DeepLakeFixture.Executable, fixture.Variables, flags);
        Assert.True(ushort.TryParse(started["line"].GetText(), out _), $"The first line is '{started["line"]}'.");
    }

    private Task<JsonNode> ConfigureAsync()
    {
        var token = new JsonObject { [Signatures.Key] = Signatures.Secret, ["value"] = fixture.Token };
        return Judge.CallAsync("configure", new { args = With(Configuration(), "token", token), acceptsecrets = true, acceptresources = true });
    }

    private Task<JsonNode> DiffAsync(string id, JsonNode? olds, JsonNode oldInputs, JsonNode news, params string[] ignorechangesList) =>
        Judge.CallAsync("diff", new { id, urn = Urn("trainer"), olds, oldInputs, news, ignorechangesList });

    /// <summary>Ends the plugin, which has to end well and quickly and to have printed its port alone.</summary>
    private async Task<JsonNode> StopAsync(string? signal = "SIGINT")
    {
        var end = await Judge.StopAsync(signal);
        Assert.Equal(0, end["code"].GetInt());
        Assert.Matches("^[0-9]+\n$", end["output"].GetText());
        return end;
    }
}
